package govsearch.engine.lucene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.SampleReports;
import govsearch.engine.Suggestion;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.engine.lucene.LuceneSink;
import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.text.PhraseMiner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was mined, in a file beside the index. */
class PhraseFileTest {

  private static final MinedTexts MINED =
      new MinedTexts(
          Map.of("加强普法宣传", 7, "主要成效", 3),
          List.of(new PhraseMiner.Phrase("法律明白人", 12), new PhraseMiner.Phrase("一村一法律顾问", 2)),
          Map.of("一段", 40, "又一段", 2));

  @TempDir private Path index;

  private Path file() {
    return index.resolve("phrases.bin");
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    PhraseFile file = new PhraseFile(index);
    assertThat(file.read()).isEmpty();
    Files.writeString(index.resolve("phrases.bin.1"), "what a killed process left");

    file.write(MINED);

    MinedTexts read = file.read().orElseThrow();
    assertThat(read.headings()).isEqualTo(MINED.headings());
    assertThat(read.phrases()).containsExactlyInAnyOrderElementsOf(MINED.phrases());
    assertThat(read.documents()).isEqualTo(MINED.documents());
    try (var files = Files.list(index)) {
      assertThat(files).as("nothing but the file").containsExactly(file());
    }
  }

  @Test
  void isNotReadWhereAnyByteIsAnother() throws IOException {
    new PhraseFile(index).write(MINED);
    byte[] bytes = Files.readAllBytes(file());
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      Files.write(file(), changed);
      assertThat(new PhraseFile(index).read()).as("byte %s", i).isEmpty();
    }
    Files.write(file(), new byte[3]);
    assertThat(new PhraseFile(index).read()).isEmpty();
  }

  @Test
  void whereItCannotBeWrittenNothingHappens() {
    new PhraseFile(index.resolve("nowhere")).write(MINED);
    assertThat(new PhraseFile(index.resolve("nowhere")).read()).isEmpty();
  }

  /** What a service would mine; of a small collection it is left to that. */
  @Test
  void isMinedWhenALargeCollectionHasBeenRebuilt() throws IOException {
    try (LuceneSink sink = LuceneSink.rebuild(index)) {
      SampleReports.read(SampleReports.FOLDER).forEach(sink::put);
      sink.commit();
      sink.settle();
    }
    assertThat(new PhraseFile(index).read()).as("a small one").isEmpty();

    PhraseMining.of(index, 1);

    MinedTexts mined = new PhraseFile(index).read().orElseThrow();
    assertThat(mined.headings()).isNotEmpty();
    assertThat(mined.phrases()).extracting(PhraseMiner.Phrase::text).contains("法律明白人");
    try (Directory directory = IndexFormat.existing(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      assertThat(mined.isNearly(reader)).isTrue();
    }
  }

  /** No heading says that, but the file does. */
  @Test
  void aStartTakesWhatItSaysOfTheSameIndexAndOfNoOther() throws IOException {
    try (LuceneSink sink = LuceneSink.update(index)) {
      SampleReports.read(SampleReports.FOLDER).forEach(sink::put);
      sink.commit();
    }
    Map<String, Integer> headings = Map.of("法治政府建设情况", 99);
    assertThat(suggested("法治政府建设情况")).isEmpty();
    try (Directory directory = IndexFormat.existing(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      new PhraseFile(index).write(MinedTexts.of(reader, headings, List.of()));
    }
    assertThat(suggested("法治政府建设情况")).containsExactly("法治政府建设情况");

    new PhraseFile(index).write(new MinedTexts(headings, List.of(), Map.of("另一段", 1_000)));
    assertThat(suggested("法治政府建设情况")).isEmpty();
  }

  private List<String> suggested(String typed) {
    try (LuceneEngine engine = LuceneEngine.open(index, Duration.ofMinutes(1))) {
      return engine.suggest(typed, Set.of(Suggestion.Kind.HEADING), 5).stream()
          .map(Suggestion::text)
          .toList();
    }
  }
}
