package govsearch.engine.lucene.suggest;

import govsearch.engine.lucene.snapshot.IndexFormat;
import govsearch.text.PhraseMiner;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was mined, in a file beside the index: a start need not mine it again. Where there is none,
 * or none that can be used, it is mined and written anew; nothing else depends on it.
 */
final class PhraseFile {

  private static final Logger LOG = LoggerFactory.getLogger(PhraseFile.class);
  private static final String NAME = "phrases.bin";

  /** Raise when what is mined changes, or how it is written. */
  private static final String FORMAT = "govsearch phrases 1";

  private final Path folder;
  private final Path file;

  PhraseFile(Path index) {
    this.folder = index;
    this.file = index.resolve(NAME);
  }

  /** What was written last; empty where there is none that can be used. */
  Optional<MinedTexts> read() {
    try {
      byte[] bytes = Files.readAllBytes(file);
      int length = bytes.length - Long.BYTES;
      if (length < 0 || sum(bytes, length) != sumBehind(bytes, length)) {
        throw new IOException("checksum does not fit");
      }
      ByteArrayDataInput in = new ByteArrayDataInput(bytes, 0, length);
      boolean isOurs =
          in.readString().equals(FORMAT) && in.readString().equals(IndexFormat.analysis());
      return isOurs ? Optional.of(read(in)) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | RuntimeException e) { // of bytes that are not what they were
      LOG.info("{} cannot be read, and is made anew", file, e);
      return Optional.empty();
    }
  }

  private static MinedTexts read(DataInput in) throws IOException {
    Map<String, Integer> documents = readCounts(in);
    Map<String, Integer> headings = readCounts(in);
    List<PhraseMiner.Phrase> phrases = new ArrayList<>();
    readCounts(in).forEach((text, reports) -> phrases.add(new PhraseMiner.Phrase(text, reports)));
    return new MinedTexts(headings, phrases, documents);
  }

  private static Map<String, Integer> readCounts(DataInput in) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = in.readVInt(); i > 0; i--) {
      counts.put(in.readString(), in.readVInt());
    }
    return counts;
  }

  /** Writes in place of what was there; where that does not go, the next start mines again. */
  void write(MinedTexts mined) {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    Path draft = file.resolveSibling(NAME + "." + ProcessHandle.current().pid());
    try {
      out.writeString(FORMAT);
      out.writeString(IndexFormat.analysis());
      write(mined.documents(), out);
      write(mined.headings(), out);
      Map<String, Integer> phrases = new HashMap<>();
      mined.phrases().forEach(phrase -> phrases.put(phrase.text(), phrase.reports()));
      write(phrases, out);
      dropDrafts(); // of processes that were killed; one that lives writes the next time
      byte[] bytes = out.toArrayCopy();
      out.writeLong(sum(bytes, bytes.length));
      Files.write(draft, out.toArrayCopy());
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.info("{} cannot be written; phrases will be mined at the next start", file, e);
    }
  }

  private void dropDrafts() throws IOException {
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, NAME + ".*")) {
      for (Path draft : drafts) {
        Files.deleteIfExists(draft);
      }
    }
  }

  private static void write(Map<String, Integer> counts, DataOutput out) throws IOException {
    out.writeVInt(counts.size());
    for (Map.Entry<String, Integer> one : new TreeMap<>(counts).entrySet()) {
      out.writeString(one.getKey());
      out.writeVInt(one.getValue());
    }
  }

  private static long sum(byte[] bytes, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    return sum.getValue();
  }

  private static long sumBehind(byte[] bytes, int length) {
    byte[] last = Arrays.copyOfRange(bytes, length, bytes.length);
    return new ByteArrayDataInput(last).readLong();
  }
}
