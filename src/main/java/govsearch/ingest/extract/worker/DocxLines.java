package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.RejectedFileException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** The paragraph that is being written, and where paragraphs go when they end. */
final class DocxLines {

  /** Reads a part of the document into these lines. */
  interface Body {
    void read() throws XMLStreamException, RejectedFileException;
  }

  /** The document, or a cell of the table that is being read. */
  private LineSink sink;

  /** Text of the paragraph that is being read, and of those whose end was deleted before it. */
  private StringBuilder text = new StringBuilder();

  /** What comes behind that paragraph: notes and text boxes. */
  private List<String> behind = new ArrayList<>();

  DocxLines(LineSink sink) {
    this.sink = sink;
  }

  /** Writes into the paragraph. */
  void append(String written) {
    text.append(written);
  }

  /** Characters that the paragraph holds. */
  int length() {
    return text.length();
  }

  /** Writes into the paragraph at a place, in characters from its beginning. */
  void insert(int at, String written) {
    text.insert(at, written);
  }

  /** Puts lines behind the paragraph. */
  void addBehind(List<String> lines) {
    behind.addAll(lines);
  }

  /** A line of its own, which no paragraph is waiting before. */
  void add(String line) throws RejectedFileException {
    sink.add(line);
  }

  /**
   * Ends the paragraph, which is left out if it is blank.
   *
   * @param ended told between the paragraph and what comes behind it
   */
  void flush(Runnable ended) throws RejectedFileException {
    String paragraph = text.toString();
    List<String> following = behind;
    text = new StringBuilder();
    behind = new ArrayList<>();
    if (!paragraph.isBlank()) {
      sink.add(paragraph);
    }
    ended.run();
    for (String line : following) {
      sink.add(line);
    }
  }

  /** What a body writes, read apart from the paragraph around it. */
  List<String> apart(Body body) throws XMLStreamException, RejectedFileException {
    StringBuilder outerText = text;
    List<String> outerBehind = behind;
    LineSink outerSink = sink;
    List<String> inner = new ArrayList<>();
    text = new StringBuilder();
    behind = new ArrayList<>();
    sink = inner::add;
    body.read();
    text = outerText;
    behind = outerBehind;
    sink = outerSink;
    return inner;
  }
}
