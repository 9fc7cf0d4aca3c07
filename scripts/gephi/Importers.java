import java.io.File;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.gephi.io.importer.api.ContainerUnloader;
import org.gephi.io.importer.api.EdgeDirection;
import org.gephi.io.importer.api.EdgeDirectionDefault;
import org.gephi.io.importer.api.EdgeDraft;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.api.NodeDraft;
import org.gephi.io.importer.api.Report;
import org.gephi.io.importer.impl.ImportContainerImpl;
import org.gephi.io.importer.plugin.file.ImporterGEXF;
import org.gephi.io.importer.plugin.file.ImporterGraphML;
import org.gephi.io.importer.plugin.file.ImporterPajek;
import org.gephi.io.importer.plugin.file.spreadsheet.AbstractImporterSpreadsheet;
import org.gephi.io.importer.plugin.file.spreadsheet.ImporterSpreadsheetCSV;
import org.gephi.io.importer.plugin.file.spreadsheet.ImporterSpreadsheetExcel;
import org.gephi.io.importer.spi.FileImporter;

/**
 * Reads exports with Gephi's importers and prints what they report, as Gephi shows it after an import: nodes, edges, direction, sum of
 * weights, what nodes have, and the issues by level. Usage: Importers FILE...; a workbook is read at its last sheet, the ties. All files
 * with edges must tell the same edges. Exit status 1: they do not, or an issue is severe.
 */
public class Importers {
  private static boolean failed;
  private static String first;

  public static void main(String[] files) throws Exception {
    for (String name : files) {
      read(new File(name));
    }
    System.out.println(failed ? "0 passed, 1 failed" : files.length + " passed, 0 failed");
    System.exit(failed ? 1 : 0);
  }

  private static FileImporter importer(File file) throws Exception {
    String name = file.getName();
    if (name.endsWith(".gexf")) {
      return new ImporterGEXF();
    } else if (name.endsWith(".graphml")) {
      return new ImporterGraphML();
    } else if (name.endsWith(".net")) {
      return new ImporterPajek();
    }
    AbstractImporterSpreadsheet sheet = name.endsWith(".csv") ? new ImporterSpreadsheetCSV() : new ImporterSpreadsheetExcel();
    sheet.setFile(file);
    if (sheet instanceof ImporterSpreadsheetExcel book) {
      book.setSheetIndex(book.getAvailableSheetNames().length - 1);
    }
    sheet.refreshAutoDetections();
    return sheet;
  }

  private static void read(File file) throws Exception {
    FileImporter importer = importer(file);
    ImportContainerImpl container = new ImportContainerImpl();
    container.setReport(new Report());
    try (InputStreamReader in = new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8)) {
      importer.setReader(in);
      importer.execute(container.getLoader());
    }
    container.closeLoader();
    container.verify();
    ContainerUnloader read = container.getUnloader();

    int coloured = 0, sized = 0, timed = 0, undirected = 0;
    double weight = 0;
    for (NodeDraft n : read.getNodes()) {
      coloured += n.getColor() != null ? 1 : 0;
      sized += n.getSize() > 0 ? 1 : 0;
      timed += n.getTimeSet() != null ? 1 : 0;
    }
    for (EdgeDraft e : read.getEdges()) {
      weight += e.getWeight();
      boolean byDefault = e.getDirection() == null && read.getEdgeDefault() == EdgeDirectionDefault.UNDIRECTED;
      undirected += byDefault || e.getDirection() == EdgeDirection.UNDIRECTED ? 1 : 0;
    }
    System.out.printf("%s: %d nodes (%d coloured, %d sized, %d with a time), %d edges (%d undirected, weights %.4f)%n", file.getName(),
        read.getNodeCount(), coloured, sized, timed, read.getEdgeCount(), undirected, weight);
    if (read.getEdgeCount() > 0) {
      String edges = String.format("%d edges with weights of %.4f", read.getEdgeCount(), weight);
      first = first == null ? edges : first;
      // Gephi takes the *Edges of a Pajek file for what its default is, and that is directed.
      if (!edges.equals(first) || undirected < read.getEdgeCount() && !file.getName().endsWith(".net")) {
        System.out.println("  other edges than in the first file, which has " + first);
        failed = true;
      }
    }
    issues(importer.getReport());
    issues(container.getReport());
  }

  private static void issues(Report report) {
    Map<Issue.Level, Map<String, Integer>> byLevel = new EnumMap<>(Issue.Level.class);
    for (Iterator<Issue> all = report.getIssues(Integer.MAX_VALUE); all.hasNext(); ) {
      Issue i = all.next();
      byLevel.computeIfAbsent(i.getLevel(), level -> new TreeMap<>()).merge(i.getMessage(), 1, Integer::sum);
    }
    byLevel.forEach((level, messages) -> messages.forEach((message, times) -> {
      System.out.printf("  %s: %s%s%n", level, message, times > 1 ? " (" + times + " times)" : "");
      failed |= level.toInteger() >= Issue.Level.SEVERE.toInteger();
    }));
  }
}
