# Two stages: build the one binary, then put it on an empty image.
FROM node:20-bookworm-slim AS web
WORKDIR /src/web
COPY web/package.json web/package-lock.json web/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY internal/api/openapi.json /src/internal/api/openapi.json
COPY web ./
RUN npm run build

FROM golang:1.26-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
COPY --from=web /src/web/dist ./web/dist
COPY --from=web /src/web/node_modules/@embedpdf/pdfium/dist/pdfium.wasm /pdfium.wasm
RUN go run ./internal/pdf/meter /pdfium.wasm internal/pdf/engine/pdfium.wasm
RUN CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o /undersigned ./cmd/undersigned && mkdir /data

FROM scratch
COPY --from=build /undersigned /undersigned
COPY --from=build --chown=65532:65532 /data /data
USER 65532:65532
ENV UNDERSIGNED_DATA=/data
VOLUME /data
EXPOSE 7788
ENTRYPOINT ["/undersigned"]
CMD ["serve", "--listen", "0.0.0.0:7788", "--no-open"]
