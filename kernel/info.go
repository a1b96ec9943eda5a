package kernel

import "medkit/kernel/internal/wire"

type infoReply struct {
	Status                string       `json:"status"`
	Protocol              string       `json:"protocol_version"`
	Implementation        string       `json:"implementation"`
	ImplementationVersion string       `json:"implementation_version"`
	Language              languageInfo `json:"language_info"`
	Banner                string       `json:"banner"`
	Debugger              bool         `json:"debugger"`
	Help                  []helpLink   `json:"help_links"`
	Features              []string     `json:"supported_features"`
}

type languageInfo struct {
	Name      string `json:"name"`
	Version   string `json:"version"`
	MIMEType  string `json:"mimetype"`
	Extension string `json:"file_extension"`
	Lexer     string `json:"pygments_lexer,omitempty"`
	Mode      string `json:"codemirror_mode,omitempty"`
	Exporter  string `json:"nbconvert_exporter,omitempty"`
}

type helpLink struct {
	Text string `json:"text"`
	URL  string `json:"url"`
}

// features are the optional parts of the protocol that the kernel has:
// "kernel subshells" and "debugger" are those that there are.
func features() []string { return []string{} }

func (k *Kernel) info(*request) any {
	l := k.language
	help := []helpLink{}
	for _, h := range l.Help {
		help = append(help, helpLink{h.Text, h.URL})
	}
	return infoReply{
		Status:                "ok",
		Protocol:              wire.Version,
		Implementation:        l.Implementation,
		ImplementationVersion: l.ImplementationVersion,
		Language: languageInfo{
			Name: l.Name, Version: l.Version, MIMEType: l.MIMEType, Extension: l.Extension,
			Lexer: l.Lexer, Mode: l.Mode, Exporter: l.Exporter,
		},
		Banner:   l.Banner,
		Help:     help,
		Features: features(),
	}
}
