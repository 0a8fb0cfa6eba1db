package govsearch.ingest.sync;

import govsearch.ingest.manifest.CorrectionFile;
import govsearch.ingest.manifest.Manifest;
import govsearch.ingest.manifest.ManifestColumn;
import govsearch.ingest.manifest.ManifestRow;
import govsearch.ingest.places.Gazetteer;
import govsearch.ingest.places.Gazetteer.Completion;
import govsearch.ingest.places.Region;
import govsearch.ingest.sync.IngestSummary.Remark;
import govsearch.report.Ids;
import govsearch.report.Metadata;
import govsearch.report.Paragraph;
import govsearch.report.Provenance;
import govsearch.report.Report;
import govsearch.report.ReportHead;
import govsearch.report.Sourced;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Corrects the reports of one run: first what the folders' manifests say, then what the gazetteer
 * adds to that. Keeps what a person should be told of both.
 */
public final class Curation implements Corrections {

  /** A folder's manifest, with the rows whose files were met. */
  private record Shelf(String file, Manifest manifest, Set<ManifestRow> met) {}

  /** A file whose manifest gives it an id. */
  private record Claim(String root, String path) {}

  private final Map<String, Shelf> shelves = new LinkedHashMap<>();
  private final Map<String, Claim> claims = new HashMap<>();
  private final @Nullable Gazetteer gazetteer;
  private final CorrectionFile corrections;

  /** Version of the gazetteer; empty for none. */
  private final String tables;

  /** Of files of which nobody says anything. */
  private final String usualVersion;

  private final List<Remark> doubles = new ArrayList<>();
  private final Queue<Remark> remarks = new ConcurrentLinkedQueue<>();

  private Curation(@Nullable Gazetteer gazetteer, CorrectionFile corrections) {
    this.gazetteer = gazetteer;
    this.corrections = corrections;
    this.tables = gazetteer == null ? "" : gazetteer.version();
    this.usualVersion = shortened(tables);
  }

  /**
   * Reads the manifests of folders.
   *
   * @param gazetteer null for none
   */
  public static Curation of(Collection<Path> roots, @Nullable Gazetteer gazetteer) {
    return of(roots, gazetteer, CorrectionFile.NONE);
  }

  /**
   * Reads the manifests of folders.
   *
   * @param gazetteer null for none
   * @param corrections overrule the manifests
   */
  public static Curation of(
      Collection<Path> roots, @Nullable Gazetteer gazetteer, CorrectionFile corrections) {
    Curation curation = new Curation(gazetteer, corrections);
    for (Path root : roots) {
      Manifest manifest = Manifest.beside(root);
      if (manifest != Manifest.NONE) {
        curation.add(root, manifest);
      }
    }
    return curation;
  }

  private void add(Path folder, Manifest manifest) {
    String root = Root.keyOf(folder);
    String file = folder.resolve(Manifest.FILE).toString();
    if (shelves.putIfAbsent(root, new Shelf(file, manifest, ConcurrentHashMap.newKeySet()))
        != null) {
      return; // named twice
    }
    for (ManifestRow row : manifest.rows()) {
      String id = row.cells().get(ManifestColumn.ID);
      Claim other = id == null ? null : claims.putIfAbsent(id, new Claim(root, row.path()));
      if (other != null) {
        doubles.add(remark(file, row.line(), "编号 " + id + " 在另一目录的清单里给了 " + other.path + "，没有使用"));
      }
    }
  }

  private static String text(Report report) {
    return report.paragraphs().stream().map(Paragraph::text).collect(Collectors.joining("\n"));
  }

  @Override
  public Report correct(String root, String path, Report extracted) {
    Optional<ManifestRow> row = row(root, path);
    Optional<ManifestRow> hand = corrections.row(root, path, extracted.head().source().sha256());
    Report listed = row.map(r -> r.over(extracted)).orElse(extracted);
    Report said = hand.map(r -> r.over(listed, Provenance.CORRECTION)).orElse(listed);
    Report report = withOwnId(root, path, extracted.id(), said);
    Set<ManifestColumn> settled = EnumSet.noneOf(ManifestColumn.class);
    row.ifPresent(r -> settled.addAll(r.cells().keySet()));
    hand.ifPresent(r -> settled.addAll(r.cells().keySet()));
    return gazetteer == null ? report : completed(gazetteer, path, settled, report);
  }

  /** An id that a manifest gives to a file is no other's, be it by the other's path. */
  private Report withOwnId(String root, String path, String pathId, Report report) {
    if (isFree(root, path, report.id())) {
      return report;
    }
    return report.withId(isFree(root, path, pathId) ? pathId : Ids.reportId(pathId + "/"));
  }

  private boolean isFree(String root, String path, String id) {
    Claim claim = claims.get(id);
    return claim == null || claim.equals(new Claim(root, nfc(path)));
  }

  private static String nfc(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFC);
  }

  private Optional<ManifestRow> row(String root, String path) {
    Shelf shelf = shelves.get(root);
    if (shelf == null) {
      return Optional.empty();
    }
    Optional<ManifestRow> row = shelf.manifest.row(path);
    row.ifPresent(shelf.met::add);
    return row;
  }

  private Report completed(
      Gazetteer tables, String path, Set<ManifestColumn> settled, Report report) {
    Metadata said = report.head().metadata();
    Completion completion = tables.complete(Region.of(said), path, text(report));
    if (completion.remark() != null) {
      remarks.add(new Remark(path, completion.remark()));
    }
    Region region = completion.region();
    Metadata metadata =
        new Metadata(
            said.title(),
            level(settled, ManifestColumn.PROVINCE, said.province(), region.province()),
            level(settled, ManifestColumn.CITY, said.city(), region.city()),
            level(settled, ManifestColumn.COUNTY, said.county(), region.county()),
            said.town(),
            said.year(),
            said.published(),
            completion.ambiguous());
    ReportHead head = report.head();
    return new Report(
        new ReportHead(head.id(), metadata, head.paragraphCount(), head.source()),
        report.paragraphs());
  }

  private static @Nullable Sourced<String> level(
      Set<ManifestColumn> settled,
      ManifestColumn column,
      @Nullable Sourced<String> said,
      @Nullable String completed) {
    if (settled.contains(column)
        || completed == null
        || (said != null && said.value().equals(completed))) {
      return said;
    }
    return new Sourced<>(completed, Provenance.GAZETTEER);
  }

  @Override
  public String version(String root, String path) {
    StringBuilder said = new StringBuilder(tables);
    Shelf shelf = shelves.get(root);
    if (shelf != null) {
      for (ManifestRow row : shelf.manifest.within(path)) { // of an archive, every member's counts
        shelf.met.add(row);
        said.append('\n').append(row.path()).append(new TreeMap<>(row.cells()));
      }
    }
    for (ManifestRow row : corrections.within(path)) {
      said.append("\ncorrected\n").append(row.path()).append(new TreeMap<>(row.cells()));
    }
    if (!claims.isEmpty() && !isFree(root, path, Ids.reportId(path))) {
      said.append("\nid");
    }
    return said.length() == tables.length() ? usualVersion : shortened(said.toString());
  }

  private static String shortened(String said) {
    return said.isEmpty() ? "" : Ids.sha256(said.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }

  /** What a person should be told, with all files looked at. */
  public List<Remark> remarks() {
    List<Remark> all = new ArrayList<>(mistakes());
    List<Remark> places = new ArrayList<>(remarks);
    places.sort(Comparator.comparing(Remark::file).thenComparing(Remark::reason));
    all.addAll(places);
    return all;
  }

  /** Mistakes in manifests, by line; rows whose files were not met are among them. */
  public List<Remark> mistakes() {
    List<Remark> all = new ArrayList<>();
    for (Shelf shelf : shelves.values()) {
      List<Manifest.Mistake> mistakes = new ArrayList<>(shelf.manifest.mistakes());
      for (ManifestRow row : shelf.manifest.rows()) {
        if (!shelf.met.contains(row)) {
          mistakes.add(new Manifest.Mistake(row.line(), "找不到文件 " + row.path()));
        }
      }
      mistakes.sort(Comparator.comparingInt(Manifest.Mistake::line));
      mistakes.forEach(m -> all.add(remark(shelf.file, m.line(), m.what())));
    }
    corrections.mistakes().forEach(m -> all.add(remark(CorrectionFile.FILE, m.line(), m.what())));
    all.addAll(doubles);
    return all;
  }

  private static Remark remark(String file, int line, String what) {
    return new Remark(file + " 第 " + line + " 行", what);
  }
}
