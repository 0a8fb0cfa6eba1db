package govsearch.engine.lucene.document;

import govsearch.engine.Revision;
import govsearch.engine.lucene.analysis.Fields;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** Earlier texts of reports as documents of their own, which no search looks at. */
public final class RevisionDocuments {

  private RevisionDocuments() {}

  /** The one document of a text of a report. */
  public static Term key(String reportId, long from) {
    return new Term(Fields.REVISION_KEY, reportId + "@" + from);
  }

  /** The document of an earlier text. */
  public static Document of(Revision revision) {
    Report report = revision.report();
    Document document = new Document();
    document.add(new StringField(Fields.TYPE, Fields.REVISION, Field.Store.NO));
    Prints.add(document, Fields.NO_PRINT);
    Weighed.addNone(document);
    document.add(new StringField(Fields.REVISION, report.id(), Field.Store.NO));
    Term key = key(report.id(), revision.from());
    document.add(new StringField(key.field(), key.text(), Field.Store.NO));
    document.add(new StoredField(Fields.REVISION_FROM, revision.from()));
    document.add(new StoredField(Fields.REVISION_UNTIL, revision.until()));
    document.add(new StoredField(Fields.STORED, StoredJson.write(report.head())));
    for (Paragraph paragraph : report.paragraphs()) {
      document.add(new StoredField(Fields.REVISION_PARAGRAPH, StoredParagraph.write(paragraph)));
    }
    return document;
  }

  /** The earlier text of a document. */
  public static Revision read(Document document) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (BytesRef bytes : document.getBinaryValues(Fields.REVISION_PARAGRAPH)) {
      paragraphs.add(StoredParagraph.read(bytes));
    }
    return new Revision(
        document.getField(Fields.REVISION_FROM).numericValue().longValue(),
        document.getField(Fields.REVISION_UNTIL).numericValue().longValue(),
        new Report(StoredJson.head(document), paragraphs));
  }
}
