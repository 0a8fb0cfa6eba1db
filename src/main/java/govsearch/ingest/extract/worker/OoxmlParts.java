package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.RejectedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The XML parts of a docx. Entities and what they might fetch are refused, not resolved. */
final class OoxmlParts implements AutoCloseable {

  /** A long report's text part has some megabytes. */
  private static final long MOST_UNPACKED = 256L << 20;

  private static final Pattern MAIN = Pattern.compile("word/document\\d*\\.xml");

  private final ZipFile zip;

  /** By name with {@code /}, as some programs write none but {@code \}. */
  private final Map<String, ZipArchiveEntry> entries = new TreeMap<>();

  private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

  OoxmlParts(byte[] bytes) throws IOException {
    zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get();
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      entries.putIfAbsent(plain(entry.getName()), entry);
    }
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
  }

  /** Reads a part. */
  interface PartReader {
    void read(WordXml xml) throws XMLStreamException, RejectedFileException;
  }

  /** The part with the text: {@code word/document.xml}, or with a number behind. */
  String mainPart() throws RejectedFileException {
    return entries.keySet().stream()
        .filter(name -> MAIN.matcher(name).matches())
        .findFirst()
        .orElseThrow(() -> new RejectedFileException("文件已损坏：docx 里没有正文"));
  }

  /**
   * Has a part read, if it is there.
   *
   * @return whether it is there
   */
  boolean read(String name, PartReader reader) throws IOException, RejectedFileException {
    Optional<ZipArchiveEntry> entry = Optional.ofNullable(entries.get(name));
    if (entry.isEmpty()) {
      return false;
    }
    try (InputStream in = new BoundedStream(zip.getInputStream(entry.get()), MOST_UNPACKED)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      reader.read(new WordXml(xml));
      return true;
    } catch (XMLStreamException e) {
      throw new IOException(name + ": " + Output.cause(e), e);
    }
  }

  /** The bytes of a part; empty where it is not there. */
  Optional<byte[]> bytes(String name) throws IOException {
    ZipArchiveEntry entry = entries.get(name);
    if (entry == null) {
      return Optional.empty();
    }
    try (InputStream in = new BoundedStream(zip.getInputStream(entry), MOST_UNPACKED)) {
      return Optional.of(in.readAllBytes());
    }
  }

  private static String plain(String name) {
    String slashes = name.replace('\\', '/');
    return slashes.startsWith("/") ? slashes.substring(1) : slashes;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
