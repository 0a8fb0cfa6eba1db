package govsearch.ingest.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A docx, part by part. */
public final class Docx {

  private static final String NAMESPACE =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  /** One with a body of WordprocessingML. */
  public static Docx of(String body) {
    return new Docx().with("word/document.xml", part("document", "<w:body>" + body + "</w:body>"));
  }

  /** One without parts. */
  static Docx empty() {
    return new Docx();
  }

  /** A paragraph of one run. */
  public static String paragraph(String text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  /** A part of the given root element. */
  static String part(String root, String content) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:%s %s>%s</w:%s>"
        .formatted(root, NAMESPACE, content, root);
  }

  Docx with(String name, String xml) {
    parts.put(name, xml.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
