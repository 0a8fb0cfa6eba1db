package govsearch.http;

import govsearch.engine.Seen;
import govsearch.query.Filters;
import govsearch.report.ReportHead;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What has come to match a search, as an Atom feed (RFC 4287).
 *
 * @param base where the pages are, without a slash at the end
 * @param asked the query of the feed's own address, with its question mark; or empty
 * @param title of the feed
 */
public record WatchFeed(String base, String asked, String title) {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final int LONGEST = 400;

  /** Says what is watched: the query as typed, and what it is narrowed to. */
  public static String title(String typed, Filters filters) {
    String chosen = filters.since(0).toString().replace("&", " ").strip();
    String what = (typed.strip() + (chosen.isEmpty() ? "" : " " + chosen)).strip();
    return "关注：" + (what.isEmpty() ? "全部报告" : what);
  }

  /** The feed. */
  public String of(Watched watched) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      out.writeStartDocument("utf-8", "1.0");
      write(out, watched);
      out.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e); // written to memory
    }
    return text.toString();
  }

  private void write(XMLStreamWriter out, Watched watched) throws XMLStreamException {
    out.writeStartElement("feed");
    out.writeDefaultNamespace(ATOM);
    String self = base + Server.API + "/watch.atom" + asked;
    element(out, "id", self);
    element(out, "title", title);
    String note = watched.note();
    element(
        out,
        "subtitle",
        "新收录或修订了的报告里与检索式相符的段落，最近的在前，每份报告列第一处。" + (note.isEmpty() ? "" : note + "。"));
    link(out, "self", "application/atom+xml", self);
    link(out, "alternate", "text/html", base + "/" + asked);
    long updated =
        watched.entries().stream()
            .mapToLong(entry -> entry.seen().text())
            .max()
            .orElse(begun(watched));
    element(out, "updated", Instant.ofEpochSecond(updated).toString());
    out.writeStartElement("author");
    element(out, "name", "法治政府报告检索");
    out.writeEndElement();
    for (Watched.Entry entry : watched.entries()) {
      write(out, entry);
    }
    out.writeEndElement();
  }

  private static long begun(Watched watched) {
    return watched.begun() == Long.MAX_VALUE ? 0 : watched.begun();
  }

  private void write(XMLStreamWriter out, Watched.Entry entry) throws XMLStreamException {
    ReportHead head = entry.hit().report();
    Seen seen = entry.seen();
    out.writeStartElement("entry");
    element(out, "id", base + "/reports/" + head.id() + "?seen=" + seen.text());
    element(out, "title", Citation.beginning(head, null) + (seen.isRevised() ? "（已修订）" : ""));
    element(out, "updated", Instant.ofEpochSecond(seen.text()).toString());
    if (seen.first() > 0) {
      element(out, "published", Instant.ofEpochSecond(seen.first()).toString());
    }
    String address = base + "/reports/" + head.id() + "#" + entry.hit().paragraph().id();
    link(out, "alternate", "text/html", address);
    if (entry.before() != null) {
      String before = URLEncoder.encode(entry.before(), StandardCharsets.UTF_8);
      link(out, "related", "text/html", base + "/compare.html?a=" + before + "&b=" + head.id());
    }
    out.writeStartElement("category");
    out.writeAttribute("term", seen.isRevised() ? "revised" : "new");
    out.writeAttribute("label", seen.isRevised() ? "修订" : "新收录");
    out.writeEndElement();
    element(out, "summary", shortened(entry.hit().paragraph().text()));
    out.writeEndElement();
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = LONGEST - (Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? 1 : 0);
    return text.substring(0, end) + "……";
  }

  private static void element(XMLStreamWriter out, String name, String text)
      throws XMLStreamException {
    out.writeStartElement(name);
    out.writeCharacters(allowed(text));
    out.writeEndElement();
  }

  /** Without characters that no XML may have, such as a form feed in a text that came scanned. */
  private static String allowed(String text) {
    return text.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= 0x20 && c <= 0xD7FF)
                    || (c >= 0xE000 && c <= 0xFFFD)
                    || c >= 0x10000)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static void link(XMLStreamWriter out, String rel, String type, String address)
      throws XMLStreamException {
    out.writeEmptyElement("link");
    out.writeAttribute("rel", rel);
    out.writeAttribute("type", type);
    out.writeAttribute("href", allowed(address));
  }
}
