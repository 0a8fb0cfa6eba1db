package govsearch.engine.lucene.document;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.text.Fingerprints;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.util.BytesRef;

/**
 * A paragraph's fingerprints as the index stores them: making them again would take longer than the
 * rest of a hit. Part of the index's format.
 *
 * @param whole fingerprint of the paragraph
 * @param length of its masked text
 */
public record StoredPrints(long whole, int length, List<Sentence> sentences) {

  /** A sentence with the length of its masked text. */
  record Sentence(long fingerprint, int length) {}

  public static byte[] write(Fingerprints fingerprints, String text) {
    List<Fingerprints.Sentence> sentences = fingerprints.sentences(text);
    ByteBuffer out =
        ByteBuffer.allocate(
            Long.BYTES + Integer.BYTES + sentences.size() * (Long.BYTES + Integer.BYTES));
    out.putLong(fingerprints.paragraph(text)).putInt(fingerprints.length(text));
    sentences.forEach(s -> out.putLong(s.fingerprint()).putInt(s.length()));
    return out.array();
  }

  public static StoredPrints read(Document document) {
    return read(document.getBinaryValue(Fields.PRINTS));
  }

  public static StoredPrints read(BytesRef bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    long whole = in.getLong();
    int length = in.getInt();
    List<Sentence> sentences = new ArrayList<>();
    while (in.hasRemaining()) {
      sentences.add(new Sentence(in.getLong(), in.getInt()));
    }
    return new StoredPrints(whole, length, sentences);
  }

  /** Which part of the text is formula, in hundredths; by length, so that long ones weigh more. */
  public double formulaShare(FormulaSentences formula) {
    int known = 0;
    for (Sentence sentence : sentences) {
      known += formula.contains(sentence.fingerprint()) ? sentence.length() : 0;
    }
    return length == 0 ? 0 : Math.min(1, Math.round(100.0 * known / length) / 100.0);
  }
}
