package letter

// pdfMedia are PDF.
var pdfMedia = []medium{}
