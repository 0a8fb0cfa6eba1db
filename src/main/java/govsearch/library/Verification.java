package govsearch.library;

import govsearch.report.Ids;
import govsearch.report.Report;
import govsearch.report.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a collection is what was written: every report that the ledger names is there, with
 * all its paragraphs and sources, and every source is there, byte by byte.
 */
public final class Verification {

  private final LibrarySink collection;
  private final SourceStore sources;
  private final @Nullable Path uploads;
  private final List<String> findings = new ArrayList<>();
  private int files;
  private int reports;
  private int checked;

  /**
   * Of a collection that nobody else changes meanwhile.
   *
   * @param collection nothing is written to it
   * @param uploads where files are that came by upload; null if none ever did
   */
  public Verification(LibrarySink collection, SourceStore sources, @Nullable Path uploads) {
    this.collection = collection;
    this.sources = sources;
    this.uploads = uploads;
  }

  /**
   * What was looked at.
   *
   * @param findings what is wrong and what to do, in Chinese; none if all is well
   */
  public record Result(int files, int reports, int sources, List<String> findings) {

    public Result {
      findings = List.copyOf(findings);
    }
  }

  /** A report that files give, each of which may be the one whose id it has. */
  private record Expected(Set<String> ids, int paragraphs, List<Source> sources) {}

  /**
   * Looks at everything.
   *
   * @param inIndex how many reports the index has
   */
  public Result run(long inIndex) {
    Map<String, Expected> expected = new TreeMap<>();
    Map<String, String> paths = new HashMap<>();
    Ledger ledger = collection.ledger();
    for (Ledger.Folder folder : ledger.folders()) {
      try (Ledger.Glances all = ledger.glances(folder.root(), "")) {
        for (Ledger.Glance one = all.next(); one != null; one = all.next()) {
          add(ledger.file(folder.root(), one.path()).orElseThrow(), expected, paths);
        }
      }
    }
    reports = expected.size();
    if (inIndex != reports) {
      findings.add("索引里有报告 " + inIndex + " 份，文件记录里有 " + reports + " 份；请用 index 重建");
    }
    expected.values().forEach(this::check);
    new TreeMap<>(paths).forEach(this::checkSource);
    if (!sources.isDictionaryWhole()) {
      findings.add("保存原文用的字典 texts.dictionary 已损坏；请从备份恢复，或删去 sources 目录再运行 sync");
    }
    return new Result(files, reports, checked, findings);
  }

  private void add(FileRecord file, Map<String, Expected> expected, Map<String, String> paths) {
    files++;
    if (file.root().equals(FileRecord.UPLOADS) && !file.sha256().isEmpty()) {
      checkUpload(file);
    }
    for (FileRecord.Given given : file.reports()) {
      Expected report =
          expected.computeIfAbsent(
              given.content(),
              content -> new Expected(new HashSet<>(), given.paragraphs(), new ArrayList<>()));
      report.ids().add(given.id());
      report.sources().add(given.source());
      paths.putIfAbsent(given.source().sha256(), given.source().path());
    }
  }

  private void check(Expected expected) {
    String path = expected.sources().getFirst().path();
    Optional<Report> found =
        expected.ids().stream()
            .flatMap(id -> collection.report(id).stream())
            .filter(report -> report.head().sources().containsAll(expected.sources()))
            .findFirst();
    if (found.isEmpty()) {
      findings.add(path + "：文件记录里有这份报告，索引里没有；请用 index 重建");
    } else if (found.get().paragraphs().size() != expected.paragraphs()) {
      findings.add(
          path
              + "：应有 "
              + expected.paragraphs()
              + " 段，索引里有 "
              + found.get().paragraphs().size()
              + " 段；请用 index 重建");
    }
  }

  private void checkUpload(FileRecord file) {
    Path kept = uploads == null ? null : uploads.resolve(file.path());
    try {
      if (kept == null || !Files.isRegularFile(kept)) {
        findings.add("上传的文件 " + file.path() + " 丢失；请重新上传");
      } else if (!Checksums.sha256(kept).equals(file.sha256())) {
        findings.add("上传的文件 " + file.path() + " 已损坏或被改动；请重新上传");
      }
    } catch (IOException e) {
      findings.add("上传的文件 " + file.path() + " 读不出来；请重新上传");
    }
  }

  private void checkSource(String sha256, String path) {
    checked++;
    try {
      Optional<InputStream> kept = sources.open(sha256);
      if (kept.isEmpty()) {
        findings.add(path + "：保存的原文丢失；运行 sync 从报告目录补存");
        return;
      }
      try (InputStream in = kept.get()) {
        if (!Ids.sha256(in.readAllBytes()).equals(sha256)) {
          findings.add(path + damaged(sha256));
        }
      }
    } catch (IOException e) {
      findings.add(path + damaged(sha256));
    }
  }

  private static String damaged(String sha256) {
    return "：保存的原文已损坏（" + sha256 + "）；删去它再运行 sync，或用 index 重建";
  }
}
