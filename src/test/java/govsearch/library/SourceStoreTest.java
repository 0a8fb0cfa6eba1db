package govsearch.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.report.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceStoreTest {

  @TempDir private Path index;
  private SourceStore store;

  @BeforeEach
  void open() {
    store = new SourceStore(index);
  }

  private String keep(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String sha256 = Ids.sha256(bytes);
    store.keep(sha256, bytes);
    return sha256;
  }

  private static Optional<String> read(SourceStore from, String sha256) throws IOException {
    Optional<InputStream> found = from.open(sha256);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new String(found.get().readAllBytes(), StandardCharsets.UTF_8));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(index)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void whatIsKeptIsThereAtOnceAndForOthersAfterASync() throws IOException {
    SourceStore other = new SourceStore(index);
    String one = keep("甲镇的报告");
    assertThat(read(store, one)).contains("甲镇的报告");
    assertThat(other.contains(one)).isFalse();

    store.sync();
    assertThat(read(other, one)).contains("甲镇的报告");

    String two = keep("");
    store.sync();
    assertThat(read(other, two)).contains("");
    assertThat(other.contains(Ids.sha256(new byte[] {1}))).isFalse();
    assertThat(files()).hasSize(2); // a pack and its index
  }

  @Test
  void whatAKilledRunLeftIsWrittenOver() throws IOException {
    String one = keep("甲镇的报告");
    store.sync();
    String lost = keep("没有写完的一份".repeat(50)); // and the process is killed

    SourceStore next = new SourceStore(index);
    next.dropLeftovers();
    assertThat(next.contains(lost)).isFalse();
    byte[] bytes = "乙镇的报告".getBytes(StandardCharsets.UTF_8);
    next.keep(Ids.sha256(bytes), bytes);
    next.sync();

    SourceStore reader = new SourceStore(index);
    assertThat(read(reader, one)).contains("甲镇的报告");
    assertThat(read(reader, Ids.sha256(bytes))).contains("乙镇的报告");
    assertThat(reader.contains(lost)).isFalse();
  }

  @Test
  void aRunThatFailsHoldsNoPlaceThatAnotherOneAppendsAt() throws IOException {
    String one = keep("甲镇的报告");
    store.sync();
    String lost = keep("没有写完的一份".repeat(50)); // and the run fails
    store.rollback();
    assertThat(store.contains(lost)).isFalse();

    byte[] bytes = "乙镇的报告".getBytes(StandardCharsets.UTF_8);
    SourceStore another = new SourceStore(index);
    another.keep(Ids.sha256(bytes), bytes);
    another.sync();
    String two = keep("丙镇的报告");
    store.sync();

    SourceStore reader = new SourceStore(index);
    assertThat(read(reader, one)).contains("甲镇的报告");
    assertThat(read(reader, Ids.sha256(bytes))).contains("乙镇的报告");
    assertThat(read(reader, two)).contains("丙镇的报告");
    assertThat(reader.contains(lost)).isFalse();
  }

  @Test
  void aFlippedByteIsNoSource() throws IOException {
    String one = keep("甲镇的报告");
    store.sync();
    Path pack =
        files().stream()
            .filter(file -> file.toString().endsWith(".pack"))
            .findFirst()
            .orElseThrow();
    byte[] bytes = Files.readAllBytes(pack);
    bytes[bytes.length - 1] ^= 1;
    Files.write(pack, bytes);
    assertThatThrownBy(() -> read(new SourceStore(index), one)).isInstanceOf(IOException.class);
  }

  /** Texts that are long, unlike within themselves, and like each other. */
  private static List<String> alike(int count) {
    Random random = new Random(11);
    StringBuilder common = new StringBuilder();
    random.ints(4_000, '一', '龥').forEach(c -> common.append((char) c));
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add("第" + i + "份" + common.substring(random.nextInt(200)));
    }
    return texts;
  }

  @Test
  void textsThatAreAlikeAreKeptAsWhatDiffers() throws IOException {
    List<String> texts = alike(60);
    List<String> hashes = new ArrayList<>();
    for (String text : texts) {
      hashes.add(keep(text));
    }
    assertThat(read(store, hashes.getLast())).contains(texts.getLast()); // before it is synced
    store.sync();

    long kept = files().stream().mapToLong(file -> file.toFile().length()).sum();
    long whole =
        texts.stream().mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length).sum();
    assertThat(kept).isLessThan(whole / 4);
    store.drop(hashes.subList(0, 50)); // those that the dictionary came from among them
    SourceStore other = new SourceStore(index);
    for (int i = 50; i < texts.size(); i++) {
      assertThat(read(other, hashes.get(i))).contains(texts.get(i));
    }
  }

  @Test
  void withoutItsDictionaryATextIsDamagedAndOthersAreKeptStill() throws IOException {
    List<String> texts = alike(12);
    List<String> hashes = new ArrayList<>();
    for (String text : texts) {
      hashes.add(keep(text));
    }
    store.sync();
    Path dictionary =
        files().stream()
            .filter(file -> file.toString().endsWith(".dictionary"))
            .findFirst()
            .orElseThrow();
    byte[] bytes = Files.readAllBytes(dictionary);
    bytes[100] ^= 1;
    Files.write(dictionary, bytes);

    SourceStore next = new SourceStore(index);
    assertThat(read(next, hashes.getFirst())).contains(texts.getFirst());
    assertThatThrownBy(() -> read(next, hashes.getLast())).isInstanceOf(IOException.class);
    byte[] fresh = "乙镇的报告".getBytes(StandardCharsets.UTF_8);
    next.keep(Ids.sha256(fresh), fresh);
    next.sync();
    assertThat(read(new SourceStore(index), Ids.sha256(fresh))).contains("乙镇的报告");
  }

  @Test
  void mostOfAPackGoneTheRestIsWrittenAnew() throws IOException {
    Random random = new Random(7);
    List<String> all = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      byte[] noise = new byte[5_000];
      random.nextBytes(noise);
      texts.add(i + new String(noise, StandardCharsets.ISO_8859_1));
      all.add(keep(texts.getLast()));
    }
    store.sync();
    long before = files().stream().mapToLong(file -> file.toFile().length()).sum();
    store.drop(all.subList(0, 35));
    long after = files().stream().mapToLong(file -> file.toFile().length()).sum();

    assertThat(after).isLessThan(before / 4);
    for (int i = 0; i < 40; i++) {
      Optional<String> found = read(new SourceStore(index), all.get(i));
      assertThat(found).isEqualTo(i < 35 ? Optional.empty() : Optional.of(texts.get(i)));
    }
  }

  @Test
  void onlyWhatIsNeededIsRetainedAndNothingOfTheFormerFormat() throws IOException {
    String one = keep("甲镇的报告");
    String two = keep("乙镇的报告");
    store.sync();
    Path former = Files.createDirectories(index.resolve("sources").resolve("ab"));
    Files.writeString(former.resolve("ab12.gz"), "x");

    store.retain(one::equals);

    assertThat(store.contains(one)).isTrue();
    assertThat(store.contains(two)).isFalse();
    assertThat(former).doesNotExist();
    store.retain(sha256 -> false);
    assertThat(files()).isEmpty();
  }

  /** Whatever comes and goes in whatever order, what is there is what was kept and not dropped. */
  @Test
  void randomlyKeptAndDroppedEqualsASet() throws IOException {
    Random random = new Random(20_261_127);
    Set<String> expected = new HashSet<>();
    List<String> known = new ArrayList<>();
    for (int step = 0; step < 400; step++) {
      switch (random.nextInt(6)) {
        case 0 -> store.sync();
        case 1 -> {
          store.sync();
          store = new SourceStore(index);
        }
        case 2 -> {
          if (!known.isEmpty()) {
            String gone = known.get(random.nextInt(known.size()));
            store.drop(List.of(gone));
            expected.remove(gone);
          }
        }
        default -> {
          String sha256 = keep("第 " + random.nextInt(120) + " 份");
          expected.add(sha256);
          known.add(sha256);
        }
      }
      for (String sha256 : known) {
        assertThat(store.contains(sha256)).isEqualTo(expected.contains(sha256));
      }
    }
    for (String sha256 : expected) {
      assertThat(read(store, sha256).map(text -> Ids.sha256(text.getBytes(StandardCharsets.UTF_8))))
          .contains(sha256);
    }
  }
}
