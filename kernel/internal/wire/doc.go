// Package wire turns frames into Jupyter messages and back.
//
// A message on the wire is
//
//	identity...  <IDS|MSG>  signature  header  parent_header  metadata  content  buffer...
//
// The signature is the HMAC of the four dictionaries in their serialised form,
// in hexadecimal; buffers are not signed. [Codec.Decode] compares it in constant
// time before it looks into any of the four. An empty key means that messages
// are not signed.
//
// Source: "Messaging in Jupyter", The Wire Protocol.
package wire
