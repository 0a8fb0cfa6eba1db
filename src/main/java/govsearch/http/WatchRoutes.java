package govsearch.http;

import govsearch.engine.Hit;
import govsearch.engine.Revision;
import govsearch.engine.SearchEngine;
import govsearch.engine.SearchResult;
import govsearch.engine.Seen;
import govsearch.query.FacetListing;
import govsearch.query.Filters;
import govsearch.query.ParsedQuery;
import govsearch.query.Presentation;
import govsearch.query.SearchRequest;
import govsearch.query.SortOrder;
import govsearch.report.ReportHead;
import io.javalin.http.Context;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** {@code GET watch.atom}: what has come to match a search, the latest first, as an Atom feed. */
final class WatchRoutes {

  static final String TYPE = "application/atom+xml; charset=utf-8";

  private static final Set<String> ALLOWED =
      Set.of("q", "mode", "region", "town", "year", "section", "since");

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final int MOST = 50;
  private static final int LONGEST = 400;

  /** What has no time was there before times were kept: it is nothing new. */
  private static final long KNOWN = 1;

  private final SearchEngine engine;
  private final Links links;

  WatchRoutes(SearchEngine engine, Links links) {
    this.engine = engine;
    this.links = links;
  }

  /** An entry: the first match of a report whose text is new. */
  private record Entry(Hit hit, Seen seen) {}

  void feed(Context context) throws XMLStreamException {
    Parameters parameters = Parameters.of(context, ALLOWED);
    ParsedQuery query = parameters.query(engine);
    Filters filters = parameters.filters();
    Filters known = filters.since() == 0 ? filters.since(KNOWN) : filters;
    SearchResult found =
        engine.search(
            new SearchRequest(
                query.query(),
                parameters.mode(),
                known,
                SortOrder.FIRST_SEEN,
                MOST,
                null,
                new Presentation(false, false, 1),
                FacetListing.ALL));
    List<Entry> entries = new ArrayList<>();
    for (Hit hit : found.hits()) {
      engine.seen(hit.report().id()).ifPresent(seen -> entries.add(new Entry(hit, seen)));
    }
    String asked = context.queryString() == null ? "" : "?" + context.queryString();
    String title = title(parameters.typed(), filters);
    context.contentType(TYPE).result(feed(links.base(context), asked, title, entries));
  }

  private static String title(String typed, Filters filters) {
    String chosen = filters.since(0).toString().replace("&", " ").strip();
    String what = (typed.strip() + (chosen.isEmpty() ? "" : " " + chosen)).strip();
    return "关注：" + (what.isEmpty() ? "全部报告" : what);
  }

  private String feed(String base, String asked, String title, List<Entry> entries)
      throws XMLStreamException {
    StringWriter text = new StringWriter();
    XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    out.writeStartDocument("utf-8", "1.0");
    out.writeStartElement("feed");
    out.writeDefaultNamespace(ATOM);
    String self = base + Server.API + "/watch.atom" + asked;
    element(out, "id", self);
    element(out, "title", title);
    element(out, "subtitle", "新收录或修订了的报告里与检索式相符的段落，最近的在前，每份报告列第一处");
    link(out, "self", "application/atom+xml", self);
    link(out, "alternate", "text/html", base + "/" + asked);
    long updated = entries.stream().mapToLong(entry -> entry.seen().text()).max().orElse(0);
    element(out, "updated", Instant.ofEpochSecond(updated).toString());
    out.writeStartElement("author");
    element(out, "name", "法治政府报告检索");
    out.writeEndElement();
    for (Entry entry : entries) {
      write(out, base, entry);
    }
    out.writeEndElement();
    out.writeEndDocument();
    return text.toString();
  }

  private void write(XMLStreamWriter out, String base, Entry entry) throws XMLStreamException {
    ReportHead head = entry.hit().report();
    Seen seen = entry.seen();
    String address = base + "/reports/" + head.id() + "#" + entry.hit().paragraph().id();
    out.writeStartElement("entry");
    element(out, "id", base + "/reports/" + head.id() + "?seen=" + seen.text());
    element(out, "title", Citation.beginning(head, null) + (seen.isRevised() ? "（已修订）" : ""));
    element(out, "updated", Instant.ofEpochSecond(seen.text()).toString());
    if (seen.first() > 0) {
      element(out, "published", Instant.ofEpochSecond(seen.first()).toString());
    }
    link(out, "alternate", "text/html", address);
    if (seen.isRevised()) {
      for (Revision last : engine.revisions(head.id()).stream().limit(1).toList()) {
        String before = head.id() + "@" + last.until();
        link(
            out,
            "related",
            "text/html",
            base
                + "/compare.html?a="
                + URLEncoder.encode(before, StandardCharsets.UTF_8)
                + "&b="
                + head.id());
      }
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
