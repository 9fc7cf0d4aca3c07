// Command containers reads docker-compose.yml and the Dockerfile with the parsers of Compose and BuildKit and checks what we
// promise of them: pinned images, loopback ports, health, secrets from files. It runs neither. It is a module of its own, so
// that those parsers are no dependencies of the product.
package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/compose-spec/compose-go/v2/cli"
	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/linter"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
)

func main() {
	root := os.Args[1]
	wrong := append(compose(root), dockerfile(root)...)
	for _, w := range wrong {
		fmt.Fprintln(os.Stderr, w)
	}
	if len(wrong) > 0 {
		os.Exit(1)
	}
	fmt.Println("docker-compose.yml and Dockerfile: parsed and checked (not run).")
}

func compose(root string) (wrong []string) {
	options, err := cli.NewProjectOptions([]string{filepath.Join(root, "docker-compose.yml")}, cli.WithWorkingDirectory(root))
	if err != nil {
		return []string{err.Error()}
	}
	project, err := options.LoadProject(context.Background())
	if err != nil {
		return []string{err.Error()}
	}
	for name, s := range project.Services {
		say := func(format string, args ...any) { wrong = append(wrong, name+": "+fmt.Sprintf(format, args...)) }
		if s.Build == nil && (!strings.Contains(s.Image, ":") || strings.HasSuffix(s.Image, ":latest")) {
			say("the image %s is not pinned", s.Image)
		}
		for _, p := range s.Ports {
			if p.HostIP != "127.0.0.1" {
				say("port %d is not on the loopback address", p.Target)
			}
		}
		if s.StopGracePeriod == nil {
			say("no stop_grace_period")
		}
		if len(s.Volumes) == 0 {
			say("no volume for its data")
		}
		if len(s.Secrets) == 0 {
			say("no secret from a file")
		}
		for key, value := range s.Environment {
			if value != nil && strings.Contains(key, "PASSWORD") && !strings.HasSuffix(key, "_FILE") {
				say("%s holds a password", key)
			}
			if name == "neo4j" && (key == "NEO4J_URI" || key == "NEO4J_USERNAME") {
				say("%s does not belong in the database's container", key)
			}
		}
		if name == "neo4j" && s.HealthCheck == nil {
			say("no healthcheck")
		}
	}
	if len(project.Services) != 2 {
		wrong = append(wrong, fmt.Sprintf("%d services, want app and neo4j", len(project.Services)))
	}
	return wrong
}

func dockerfile(root string) (wrong []string) {
	f, err := os.Open(filepath.Join(root, "Dockerfile"))
	if err != nil {
		return []string{err.Error()}
	}
	defer f.Close()
	parsed, err := parser.Parse(f)
	if err != nil {
		return []string{"Dockerfile: " + err.Error()}
	}
	stages, _, err := instructions.Parse(parsed.AST, linter.New(&linter.Config{}))
	if err != nil {
		return []string{"Dockerfile: " + err.Error()}
	}
	for _, s := range stages {
		if s.BaseName != "scratch" && !strings.Contains(s.BaseName, ":") {
			wrong = append(wrong, "Dockerfile: the image "+s.BaseName+" is not pinned")
		}
		for _, c := range s.Commands {
			if copies, ok := c.(*instructions.CopyCommand); ok && copies.From == "" {
				for _, path := range copies.SourcePaths {
					if _, err := os.Stat(filepath.Join(root, path)); err != nil {
						wrong = append(wrong, "Dockerfile: it copies "+path+", which is not there")
					}
				}
			}
		}
	}
	return wrong
}
