package govsearch.engine.lucene.document;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.report.Heading;
import govsearch.report.Paragraph;
import govsearch.report.ParagraphKind;
import govsearch.report.Section;
import govsearch.text.Range;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph as the index stores it. Headings are repeated for every paragraph below them; the
 * compression of stored fields sees to that. Texts are two bytes a character, as they are in
 * memory: what is compressed is Chinese, of which UTF-8 makes three. Part of the index's format, as
 * are the orders of the kinds and sections.
 */
public final class StoredParagraph {

  private static final List<ParagraphKind> KINDS = List.of(ParagraphKind.values());
  private static final List<Section> SECTIONS = List.of(Section.values());

  private StoredParagraph() {}

  /** The paragraph as bytes. */
  public static BytesRef write(Paragraph paragraph) {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    try {
      StoredIds.write(out, paragraph.id());
      out.writeVInt(paragraph.ordinal());
      out.writeByte((byte) KINDS.indexOf(paragraph.kind()));
      out.writeByte((byte) SECTIONS.indexOf(paragraph.section()));
      StoredText.write(out, paragraph.text());
      Heading heading = paragraph.heading();
      out.writeVInt(heading == null ? 0 : heading.level());
      if (heading != null) {
        StoredText.write(out, heading.title());
      }
      out.writeVInt(paragraph.headingPath().size());
      for (String title : paragraph.headingPath()) {
        StoredText.write(out, title);
      }
      out.writeVInt(paragraph.statements().size());
      for (Range statement : paragraph.statements()) {
        out.writeVInt(statement.start());
        out.writeVInt(statement.length());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // written to memory
    }
    return new BytesRef(out.toArrayCopy());
  }

  /** The paragraph of a document. */
  public static Paragraph read(Document document) {
    return read(document.getBinaryValue(Fields.STORED));
  }

  /** The paragraph of what was written. */
  public static Paragraph read(BytesRef bytes) {
    try {
      return read(
          new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length),
          StoredIds.isOfFormat11(bytes.bytes[bytes.offset]));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // read from memory
    }
  }

  /** What stands at the beginning of what is stored: enough for whoever reads the text. */
  public record Beginning(String id, int ordinal, Section section, String text) {}

  /** The beginning of what was written. */
  public static Beginning beginning(byte[] bytes) {
    try {
      DataInput in = new ByteArrayDataInput(bytes);
      String id = StoredIds.read(in);
      int ordinal = in.readVInt();
      in.readByte();
      Section section = SECTIONS.get(in.readByte());
      return new Beginning(id, ordinal, section, StoredText.read(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // read from memory
    }
  }

  private interface TextReader {
    String read(DataInput in) throws IOException;
  }

  private static Paragraph read(DataInput in, boolean ofFormat11) throws IOException {
    TextReader texts = ofFormat11 ? DataInput::readString : StoredText::read;
    String id = ofFormat11 ? in.readString() : StoredIds.read(in);
    int ordinal = in.readVInt();
    ParagraphKind kind = KINDS.get(in.readByte());
    Section section = SECTIONS.get(in.readByte());
    String text = texts.read(in);
    int level = in.readVInt();
    @Nullable Heading heading = level == 0 ? null : new Heading(level, texts.read(in));
    List<String> path = new ArrayList<>();
    for (int i = in.readVInt(); i > 0; i--) {
      path.add(texts.read(in));
    }
    List<Range> statements = new ArrayList<>();
    for (int i = in.readVInt(); i > 0; i--) {
      int start = in.readVInt();
      statements.add(new Range(start, start + in.readVInt()));
    }
    return new Paragraph(id, ordinal, kind, text, heading, path, section, statements);
  }
}
