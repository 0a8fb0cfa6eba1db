package govsearch.engine.lucene.document;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.library.FileRecord;
import govsearch.library.Ledger;
import govsearch.library.RunRecord;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** Turns what is known of files and runs into documents; they carry no field that searches read. */
public final class LedgerDocuments {

  /** Stands in no path. */
  private static final char BEHIND_ROOT = '\0';

  private LedgerDocuments() {}

  /** The one document of a file. */
  public static Term file(String root, String path) {
    return new Term(Fields.FILE, root + BEHIND_ROOT + path);
  }

  /** What the keys of all files below a path of a root begin with; of the whole root by "". */
  public static BytesRef below(String root, String path) {
    return new BytesRef(root + BEHIND_ROOT + (path.isEmpty() ? "" : path + "/"));
  }

  /** The path in a key of a file of the root. */
  public static String path(String root, BytesRef key) {
    return key.utf8ToString().substring(root.length() + 1);
  }

  /** The root in a term of {@link Fields#FOLDER}, and its place among all. */
  public static Ledger.Folder folder(String term) {
    int space = term.indexOf(' ');
    return new Ledger.Folder(term.substring(space + 1), Integer.parseInt(term.substring(0, space)));
  }

  /** The one document of a run. */
  public static Term run(RunRecord run) {
    return new Term(Fields.RUN, run.started());
  }

  public static Document of(FileRecord file) {
    Document document = document(Fields.FILE, file(file.root(), file.path()), file);
    String folder = "%09d %s".formatted(file.order(), file.root()); // sorts by the number
    document.add(new StringField(Fields.FOLDER, folder, Field.Store.NO));
    for (Term key : LedgerKeys.of(file)) {
      document.add(new StringField(key.field(), key.bytes(), Field.Store.NO));
    }
    document.add(new BinaryDocValuesField(Fields.GLANCE, StoredGlance.write(file)));
    if (!file.skipped().isEmpty()) {
      document.add(new StringField(Fields.TYPE, Fields.SKIPPED, Field.Store.NO));
    }
    return document;
  }

  public static Document of(RunRecord run) {
    return document(Fields.RUN, run(run), run);
  }

  private static Document document(String type, Term key, Object stored) {
    Document document = new Document();
    document.add(new StringField(Fields.TYPE, type, Field.Store.NO));
    Prints.add(document, Fields.NO_PRINT);
    Weighed.addNone(document);
    document.add(new StringField(key.field(), key.bytes(), Field.Store.NO));
    document.add(new SortedDocValuesField(key.field(), BytesRef.deepCopyOf(key.bytes())));
    document.add(new StoredField(Fields.STORED, StoredJson.write(stored)));
    return document;
  }
}
