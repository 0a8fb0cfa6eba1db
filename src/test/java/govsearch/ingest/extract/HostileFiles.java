package govsearch.ingest.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Writes files that mean harm, are broken, or are not what they say. */
final class HostileFiles {

  private static final String OLE = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

  private final Path folder;
  private final String url;
  private final Path secret;
  private final List<String> names = new ArrayList<>();

  /**
   * Writes all into a folder.
   *
   * @param url that some try to fetch
   * @param secret a file that some try to read
   * @return the names that a run should give a reason for; those within archives with their path
   */
  static List<String> write(Path folder, String url, Path secret) throws IOException {
    HostileFiles files = new HostileFiles(folder, url, secret);
    files.xml();
    files.word();
    files.pdf();
    files.marked();
    files.archives();
    files.impostors();
    return files.names;
  }

  private HostileFiles(Path folder, String url, Path secret) {
    this.folder = folder;
    this.url = url;
    this.secret = secret;
  }

  private void xml() throws IOException {
    docx("xxe-file.docx", entity("<!ENTITY x SYSTEM \"" + secret.toUri() + "\">"));
    docx("xxe-socket.docx", entity("<!ENTITY x SYSTEM \"" + url + "\">"));
    docx("dtd-socket.docx", "<!DOCTYPE a SYSTEM \"" + url + "\">" + body("法治"));
    docx("parameter-entity.docx", entity("<!ENTITY % p SYSTEM \"" + url + "\"> %p;"));
    StringBuilder laughs = new StringBuilder("<!ENTITY l0 \"哈\">");
    for (int i = 1; i < 12; i++) {
      laughs.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    docx("laughs.docx", entity(laughs + "<!ENTITY x \"&l11;\">"));
    docx("quadratic.docx", entity("<!ENTITY x \"" + "长".repeat(100_000) + "\">"));
    add(
        "styles-xxe.docx",
        Docx.of(Docx.paragraph("法治"))
            .with("word/styles.xml", entity("<!ENTITY x SYSTEM \"" + url + "\">"))
            .bytes());
    add("deep.docx", Docx.of("<w:ins>".repeat(50_000) + "</w:ins>".repeat(50_000)).bytes());
    add("deep-tables.docx", Docx.of("<w:tbl><w:tr><w:tc>".repeat(20_000)).bytes());
    add("cut-xml.docx", new Docx().with("word/document.xml", body("法治").substring(0, 120)).bytes());
    add("no-text.docx", new Docx().with("word/styles.xml", "<a/>").bytes());
    add("blank.docx", Docx.of("<w:p/>").bytes());
    add("many-words.docx", Docx.of(Docx.paragraph("法治政府建设".repeat(1_000_000))).bytes());
    add("spaces.docx", Docx.of(" ".repeat(300_000_000)).bytes());
  }

  private static String entity(String declarations) {
    return "<!DOCTYPE d [" + declarations + "]>" + body("法治&x;");
  }

  private static String body(String text) {
    String part = Docx.part("document", "<w:body>" + Docx.paragraph(text) + "</w:body>");
    return part.substring(part.indexOf("?>") + 2);
  }

  private void docx(String name, String document) throws IOException {
    add(name, new Docx().with("word/document.xml", document).bytes());
  }

  private void word() throws IOException {
    ole("password.docx", "EncryptedPackage");
    ole("table.doc", "Workbook");
    ole("slides.wps", "PowerPoint Document");
    ole("nothing.doc", "Other");
    ole("garbled.doc", "WordDocument");
    byte[] cut = new byte[700];
    System.arraycopy(latin(OLE), 0, cut, 0, 8);
    add("cut.doc", cut);
    byte[] random = random(20_000, 7);
    System.arraycopy(latin(OLE), 0, random, 0, 8);
    add("random-behind-mark.doc", random);
  }

  private void ole(String name, String stream) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      file.getRoot().createDocument(stream, new java.io.ByteArrayInputStream(random(5_000, 1)));
      file.writeFilesystem(bytes);
    }
    add(name, bytes.toByteArray());
  }

  private void pdf() throws IOException {
    try (RandomAccessFile sparse =
        new RandomAccessFile(folder.resolve("sparse.pdf").toFile(), "rw")) {
      sparse.write(latin("%PDF-1.7\n"));
      sparse.setLength(1L << 30);
      names.add("sparse.pdf");
    }
    add("loop.pdf", latin(pdfOf("<</Type/Pages/Count 9999999/Kids[2 0 R 2 0 R]>>")));
    add(
        "endless.pdf",
        latin(pdfOf("<</Type/Pages/Count 1/Kids[3 0 R]/Parent 2 0 R>>\nendobj\n3 0 obj 3 0 R")));
    add("deep.pdf", latin(pdfOf("[".repeat(200_000))));
    add("cut.pdf", latin("%PDF-1.4\n1 0 obj <</Type/Catalog"));
    byte[] random = random(50_000, 9);
    System.arraycopy(latin("%PDF-1.4\n"), 0, random, 0, 9);
    add("random-behind-mark.pdf", random);
    add("scan.pdf", document(false));
    add("password.pdf", document(true));
  }

  private static String pdfOf(String pages) {
    return "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj "
        + pages
        + "\nendobj\ntrailer <</Root 1 0 R>>\n%%EOF\n";
  }

  private static byte[] document(boolean locked) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      if (locked) {
        document.protect(new StandardProtectionPolicy("a", "b", new AccessPermission()));
      }
      document.save(bytes);
    }
    return bytes.toByteArray();
  }

  private void marked() throws IOException {
    add("deep.rtf", latin("{\\rtf1 " + "{".repeat(500_000)));
    add("blank.rtf", latin("{\\rtf1\\ansi }"));
    add("binary.rtf", latin("{\\rtf1 \\bin999999999 xx}"));
    add("deep.html", latin("<html>" + "<div><table><tr><td>".repeat(200_000)));
    add("script.html", latin("<html><script>" + "x".repeat(1000) + "</script></html>"));
    add("controls.html", random(5_000, 4));
    add(
        "no-page.mht",
        latin(
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
                + "Content-Type: image/png\n\nx\n--b--\n"));
    StringBuilder parts = new StringBuilder("MIME-Version: 1.0\n");
    for (int i = 0; i < 5_000; i++) {
      parts
          .append("Content-Type: multipart/related; boundary=b")
          .append(i)
          .append("\n\n--b")
          .append(i)
          .append('\n');
    }
    add("deep.mht", latin(parts.toString()));
    add("long.html", latin("<html><p>" + "legal ".repeat(800_000)));
  }

  private void archives() throws IOException {
    add("bomb.zip", zip("bomb.txt", new byte[100 << 20]));
    names.set(names.size() - 1, "bomb.zip/bomb.txt");
    byte[] nested = zip("a.txt", latin("law"));
    for (int i = 0; i < 6; i++) {
      nested = zip("inner.zip", nested);
    }
    add("nested.zip", nested);
    names.set(names.size() - 1, "nested.zip/inner.zip/inner.zip/inner.zip");
    add("many.zip", many(20_001));
    add("overlap.zip", overlapping());
    byte[] locked = zip("a.txt", latin("law"));
    locked[6] |= 1;
    locked[new String(locked, StandardCharsets.ISO_8859_1).indexOf("PK\1\2") + 8] |= 1;
    add("password.zip", locked);
    names.set(names.size() - 1, "password.zip/a.txt");
    add("slip.zip", zip("../../evil.txt", latin("law")));
    names.set(names.size() - 1, "slip.zip/../../evil.txt");
    add("absolute.zip", zip("/tmp/evil.txt", latin("law")));
    names.set(names.size() - 1, "absolute.zip//tmp/evil.txt");
    add("drive.zip", zip("C:\\evil.txt", latin("law")));
    names.set(names.size() - 1, "drive.zip/C:/evil.txt");
    add("link.zip", link());
    names.set(names.size() - 1, "link.zip/link.txt");
    add("cut.zip", Arrays.copyOf(zip("a.txt", random(9_000, 5)), 5_000));
    add("empty-archive.zip", many(0));
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] many(int count) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < count; i++) {
        zip.putNextEntry(new ZipEntry(i + ".txt"));
      }
    }
    return bytes.toByteArray();
  }

  /** A directory that names the one member a thousand times. */
  private static byte[] overlapping() throws IOException {
    byte[] one = zip("a.txt", random(100_000, 6));
    String text = new String(one, StandardCharsets.ISO_8859_1);
    int directory = text.lastIndexOf("PK\1\2");
    int end = text.lastIndexOf("PK\5\6");
    String entry = text.substring(directory, end);
    byte[] tail = latin(text.substring(end));
    int size = entry.length() * 1000;
    tail[8] = tail[10] = (byte) (1000 & 0xFF);
    tail[9] = tail[11] = (byte) (1000 >> 8);
    for (int i = 0; i < 4; i++) {
      tail[12 + i] = (byte) (size >> (8 * i));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(latin(text.substring(0, directory) + entry.repeat(1000)));
    bytes.write(tail);
    return bytes.toByteArray();
  }

  private static byte[] link() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      ZipArchiveEntry entry = new ZipArchiveEntry("link.txt");
      entry.setUnixMode(0120777);
      zip.putArchiveEntry(entry);
      zip.write(latin("/etc/passwd"));
      zip.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }

  private void impostors() throws IOException {
    for (String extension : List.of("txt", "docx", "doc", "wps", "pdf", "rtf", "mht", "zip")) {
      add("random." + extension, random(3_000, extension.hashCode()));
      add("empty." + extension, new byte[0]);
    }
    add("picture.docx", latin("\u0089PNG\r\n\u001A\n" + "x".repeat(100)));
    add("program.pdf", latin("\u007FELF" + "x".repeat(100)));
    add("text.pdf", "法治政府建设".getBytes(StandardCharsets.UTF_8));
    add("table.docx", zip("xl/workbook.xml", latin("<a/>")));
    add("layout.zip", zip("OFD.xml", latin("<a/>")));
    add("report.ofd", zip("OFD.xml", latin("<a/>")));
    add("archive.zip", latin("Rar!\u001A\u0007\u0001" + "x".repeat(100)));
    add(
        "word2003.doc",
        latin("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w/>"));
    add("unknown.xyz", latin("law"));
  }

  private static byte[] random(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void add(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
    names.add(name);
  }
}
