package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"undersigned/graph"
	"undersigned/internal/explore"
	"undersigned/internal/intake"
)

const (
	uploadMost    = intake.MaxBytes + 1<<20 // bytes of a request: a document and what is around it
	uploadAndRead = 100 * time.Second       // and to have it read; below the time that the server has for an answer
)

// uploadTime is for sending a document. Tests shorten it.
var uploadTime = 60 * time.Second

// PasteBody is a document as JSON: a text that was pasted, or an address to fetch.
type PasteBody struct {
	Name      string `json:"name,omitempty" maxLength:"500" doc:"its extension says how to read the text; pasted.txt where it is left out"`
	Text      string `json:"text,omitempty"`
	Published string `json:"published,omitempty" maxLength:"2000" doc:"http or https address where it was published"`
	Letter    string `json:"letter,omitempty" maxLength:"300" doc:"instead of a text: id of a stored letter, whose document is read again where a copy is kept"`
	URL       string `json:"url,omitempty" maxLength:"2000" doc:"instead of a text: an address to fetch"`
}

type uploadInput struct {
	ContentType string `header:"Content-Type" doc:"application/json or multipart/form-data"`
	RawBody     []byte `contentType:"multipart/form-data"`
}

type DraftParams struct {
	ID string `path:"id" maxLength:"100"`
}

type saveInput struct {
	DraftParams
	Body intake.SaveRequest
}

type questionInput struct {
	DraftParams
	Body intake.AnswerRequest
}

type diffInput struct {
	DraftParams
	Letter string `query:"letter" required:"true" maxLength:"300" doc:"id of the letter to compare with"`
}

type againInput struct {
	DraftParams
	Letter string `query:"letter" required:"true" maxLength:"300" doc:"id of the stored letter that the draft's document is of"`
}

type takeInput struct {
	DraftParams
	Body intake.AgainRequest
}

type checkInput struct {
	ID   string `path:"id" maxLength:"300" doc:"of the letter, or of one of its versions"`
	Body intake.CheckRequest
}

type pictureInput struct {
	DraftParams
	Page  string  `path:"page" pattern:"^[1-9][0-9]{0,5}\\.png$" doc:"number of the page, from 1, and .png"`
	Scale float64 `query:"scale" enum:"1,1.5,2,3" default:"1.5" doc:"pixels a point"`
}

type matchInput struct {
	Pinned
	Name string `query:"name" required:"true" minLength:"1" maxLength:"2000" doc:"as printed"`
}

// made is the answer to a new draft.
type made struct {
	Location     string `header:"Location"`
	CacheControl string `header:"Cache-Control"`
	Body         intake.DraftAnswer
}

func (h *handler) registerDrafts(api huma.API) {
	guarded := func(op huma.Operation) huma.Operation {
		op.Middlewares = huma.Middlewares{h.mayWrite}
		op.Parameters = append(op.Parameters, &huma.Param{Name: tokenHeader, In: "header", Required: true, Schema: &huma.Schema{Type: "string"},
			Description: "the token of /session"})
		return op
	}
	paste := api.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[PasteBody](), true, "PasteBody")
	huma.Register(api, guarded(huma.Operation{OperationID: "draft-add", Method: http.MethodPost, Path: base + "/drafts", DefaultStatus: http.StatusCreated,
		Summary: "Reads a document and holds it against the data; nothing is saved", SkipValidateBody: true, MaxBodyBytes: uploadMost, BodyReadTimeout: uploadTime,
		RequestBody: &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{"application/json": {Schema: paste},
			"multipart/form-data": {Schema: &huma.Schema{Type: "object", Required: []string{"file"}, Properties: map[string]*huma.Schema{
				"file": {Type: "string", Format: "binary", Description: "the document, with its file name"}, "published": {Type: "string", Description: "http or https address where it was published"}}}}}}}),
		h.addDraft)
	huma.Register(api, guarded(huma.Operation{OperationID: "draft", Method: http.MethodGet, Path: base + "/drafts/{id}", Summary: "A draft again"}),
		func(ctx context.Context, in *DraftParams) (*answer[intake.DraftAnswer], error) {
			body, err := h.options.Writing.Intake.Draft(ctx, in.ID)
			return unkept(ctx, body, err)
		})
	huma.Register(api, guarded(huma.Operation{OperationID: "draft-discard", Method: http.MethodDelete, Path: base + "/drafts/{id}",
		Summary: "Forgets a draft; what was saved of it stays"}),
		func(ctx context.Context, in *DraftParams) (*struct{}, error) {
			if err := h.options.Writing.Intake.Discard(in.ID); err != nil {
				return nil, fail(ctx, err)
			}
			return nil, nil
		})
	huma.Register(api, guarded(huma.Operation{OperationID: "draft-answer", Method: http.MethodPost, Path: base + "/drafts/{id}/answer", DefaultStatus: http.StatusCreated,
		Summary: "Answers the question of a draft whose table must be understood first; the reading that comes of it is a draft of its own"}),
		func(ctx context.Context, in *questionInput) (*made, error) {
			body, err := h.options.Writing.Intake.Answer(ctx, in.ID, in.Body)
			if err != nil {
				return nil, fail(ctx, err)
			}
			return &made{base + "/drafts/" + body.ID, "no-store", body}, nil
		})
	huma.Register(api, guarded(huma.Operation{OperationID: "draft-diff", Method: http.MethodGet, Path: base + "/drafts/{id}/diff",
		Summary: "A draft, as read, against a stored letter: same, unsure, new, gone"}),
		func(ctx context.Context, in *diffInput) (*answer[intake.DiffAnswer], error) {
			body, err := h.options.Writing.Intake.Diff(ctx, in.ID, in.Letter)
			return unkept(ctx, body, err)
		})
	huma.Register(api, guarded(huma.Operation{OperationID: "draft-again", Method: http.MethodGet, Path: base + "/drafts/{id}/again",
		Summary: "A draft of a document that is stored already against its letter: what this reading says otherwise, with what persons corrected"}),
		func(ctx context.Context, in *againInput) (*answer[intake.AgainAnswer], error) {
			body, err := h.options.Writing.Intake.Again(ctx, in.ID, in.Letter)
			return unkept(ctx, body, err)
		})
	huma.Register(api, guarded(huma.Operation{OperationID: "draft-take-again", Method: http.MethodPost, Path: base + "/drafts/{id}/again",
		Summary: "Replaces the stored letter by this reading; what persons corrected stays"}),
		func(ctx context.Context, in *takeInput) (*answer[intake.WrittenAnswer], error) {
			body, err := h.options.Writing.Intake.TakeAgain(ctx, in.ID, in.Body)
			return unkept(ctx, body, err)
		})
	huma.Register(api, guarded(huma.Operation{OperationID: "letter-check", Method: http.MethodPost, Path: base + "/letters/{id}/check",
		Summary: "A person compared a doubtful letter with its source: it is right, or not any more"}),
		func(ctx context.Context, in *checkInput) (*answer[intake.WrittenAnswer], error) {
			body, err := h.options.Writing.Intake.Check(ctx, in.ID, in.Body)
			return unkept(ctx, body, err)
		})
	huma.Register(api, guarded(huma.Operation{OperationID: "draft-save", Method: http.MethodPost, Path: base + "/drafts/{id}/save",
		Summary: "Saves a draft as a person left it: letter, lines and decisions at once", MaxBodyBytes: uploadMost, BodyReadTimeout: uploadTime}),
		func(ctx context.Context, in *saveInput) (*answer[intake.SaveAnswer], error) {
			body, err := h.options.Writing.Intake.Save(ctx, in.ID, in.Body)
			return unkept(ctx, body, err)
		})
	huma.Register(api, huma.Operation{OperationID: "draft-page", Method: http.MethodGet, Path: base + "/drafts/{id}/pages/{page}", Summary: "A page of a PDF as a picture",
		Middlewares: huma.Middlewares{sealedAnswer}, Responses: binary("image/png")}, h.drawPage)
	get(h, api, "match", "/match", "The organization that a printed name may stand for",
		func(ctx context.Context, r *explore.Reading, in *matchInput) (explore.MatchAnswer, error) {
			return r.MatchName(ctx, in.Name)
		})
}

// unkept makes an answer that no cache may keep.
func unkept[T any](ctx context.Context, body T, err error) (*answer[T], error) {
	if err != nil {
		return nil, fail(ctx, err)
	}
	return &answer[T]{CacheControl: "no-store", Body: body}, nil
}

func (h *handler) addDraft(ctx context.Context, in *uploadInput) (*made, error) {
	doc, from, err := received(in.ContentType, in.RawBody)
	if err != nil {
		return nil, fail(ctx, err)
	}
	var body intake.DraftAnswer
	switch {
	case from.URL != "":
		body, err = h.options.Writing.Intake.AddAddress(ctx, from.URL)
	case from.Letter != "":
		body, err = h.options.Writing.Intake.AddStored(ctx, from.Letter)
	default:
		body, err = h.options.Writing.Intake.Add(ctx, doc)
	}
	if err != nil {
		return nil, fail(ctx, err)
	}
	return &made{base + "/drafts/" + body.ID, "no-store", body}, nil
}

// errOtherType: the fault is that of the request, and not of the document in it.
var errOtherType = errors.New("another type of body")

// received takes the document out of a request, or where it is to be got from. The body belongs to the server again afterwards, so what
// is kept is copied.
func received(contentType string, body []byte) (doc intake.Document, from PasteBody, err error) {
	kind, parameters, err := mime.ParseMediaType(contentType)
	switch {
	case err == nil && kind == "application/json":
		return pasted(body)
	case err == nil && kind == "multipart/form-data" && parameters["boundary"] != "":
		doc, err = uploaded(body, parameters["boundary"])
		return doc, from, err
	}
	return doc, from, &graph.Error{Code: graph.Unsupported, Err: errOtherType, Message: fmt.Sprintf("a document comes as multipart/form-data with a part named file, or as application/json with a text or url; %.80q is neither", contentType)}
}

func pasted(body []byte) (doc intake.Document, p PasteBody, err error) {
	d := json.NewDecoder(bytes.NewReader(body))
	d.DisallowUnknownFields()
	if err := d.Decode(&p); err != nil {
		return doc, p, graph.Errorf(graph.Invalid, "the JSON is not a document with name, text, published, url or letter: %v", err)
	}
	switch {
	case p.URL != "" && p.Text != "":
		return doc, p, graph.Errorf(graph.Invalid, "give a text or an address to fetch, and not both")
	case p.Letter != "" && (p.URL != "" || p.Text != ""):
		return doc, p, graph.Errorf(graph.Invalid, "give a stored letter to read again, or a document, and not both")
	case p.URL != "" || p.Letter != "":
		return doc, p, nil
	case strings.TrimSpace(p.Text) == "":
		return doc, p, graph.Errorf(graph.Invalid, "there is no text to read: paste the letter with its list of signatories")
	}
	return intake.Pasted(p.Name, p.Text, p.Published), PasteBody{}, nil
}

func uploaded(body []byte, boundary string) (doc intake.Document, err error) {
	broken := func(err error) error {
		return graph.Errorf(graph.Invalid, "the form ends too early or is damaged: send the file again (%v)", err)
	}
	found := false
	for r := multipart.NewReader(bytes.NewReader(body), boundary); ; {
		part, err := r.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return doc, broken(err)
		}
		data, err := io.ReadAll(part)
		if err != nil {
			return doc, broken(err)
		}
		switch name := part.FormName(); {
		case name == "file" && found:
			return doc, graph.Errorf(graph.Invalid, "give one file at a time")
		case name == "file":
			found, doc.Data, doc.Name = true, data, part.FileName()
		case name == "published":
			doc.Published = string(data)
		default:
			return doc, graph.Errorf(graph.Invalid, "the form has a part %.40q: there are file and published only", name)
		}
	}
	if !found {
		return doc, graph.Errorf(graph.Invalid, "the form has no part named file: choose the document to add")
	}
	if len(doc.Data) == 0 {
		return doc, graph.Errorf(graph.Invalid, "the file is empty: choose another")
	}
	return doc, nil
}

// drawing is a page of a document that came from outside.
type drawing struct {
	CacheControl string `header:"Cache-Control"`
	ContentType  string `header:"Content-Type"`
	Body         []byte
}

// drawPage needs no token: pictures are loaded by address, and the draft's id is a secret.
func (h *handler) drawPage(ctx context.Context, in *pictureInput) (*drawing, error) {
	if h.options.Writing.Intake == nil {
		return nil, problem(ctx, http.StatusNotFound, "There are no drafts here, since this server takes no letters.")
	}
	number, err := strconv.Atoi(strings.TrimSuffix(in.Page, ".png"))
	if err != nil {
		return nil, fail(ctx, graph.Errorf(graph.Invalid, "%q is no page: write its number and .png", in.Page))
	}
	data, err := h.options.Writing.Intake.Picture(ctx, in.ID, number, in.Scale)
	if err != nil {
		return nil, fail(ctx, err)
	}
	return &drawing{"private, max-age=3600, immutable", "image/png", data}, nil
}

func sealedAnswer(ctx huma.Context, next func(huma.Context)) {
	ctx.SetHeader("Content-Security-Policy", sealed)
	next(ctx)
}
