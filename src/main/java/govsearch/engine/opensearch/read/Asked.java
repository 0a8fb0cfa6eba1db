package govsearch.engine.opensearch.read;

import govsearch.engine.lucene.analysis.WordCutter;
import govsearch.engine.lucene.query.Width;
import govsearch.engine.lucene.search.Highlighter;
import govsearch.query.Filters;
import govsearch.query.Presentation;
import govsearch.query.Query;

/** What one request works with: its reader, and what texts are cut, matched and marked by. */
final class Asked {
  private final Reader reader;
  private final WordCutter cutter;
  private final Highlighter highlighter;
  private final Translator translator;
  private final Scoring scoring;
  private final Width width;

  Asked(Reader reader, WordCutter cutter) {
    this(reader, cutter, Width.USUAL);
  }

  private Asked(Reader reader, WordCutter cutter, Width width) {
    this.width = width;
    this.reader = reader;
    this.cutter = cutter;
    this.highlighter = Highlighter.of(cutter, reader.snapshot().thesaurus());
    this.translator = new Translator(cutter, reader, new Verified(reader, highlighter), width);
    this.scoring = new Scoring(cutter, reader);
  }

  /** The same that asks for less, or for more. */
  Asked with(Width other) {
    return new Asked(reader, cutter, other);
  }

  /** The same for another thread. */
  Asked beside() {
    return new Asked(reader.beside(), cutter, width);
  }

  /** How much it asks for. */
  Width width() {
    return width;
  }

  Reader reader() {
    return reader;
  }

  WordCutter cutter() {
    return cutter;
  }

  Highlighter highlighter() {
    return highlighter;
  }

  Translator translator() {
    return translator;
  }

  Scoring scoring() {
    return scoring;
  }

  HitReader hits() {
    return new HitReader(reader, highlighter);
  }

  Matching matching(Query query, Filters filters, Presentation presentation) {
    return new Matching(reader, translator, query, filters, presentation);
  }
}
