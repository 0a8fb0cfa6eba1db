package govsearch.evaluate;

import govsearch.engine.Embedder;
import govsearch.engine.lucene.LuceneEngine;
import govsearch.report.Ids;
import govsearch.report.Paragraph;
import govsearch.report.ParagraphKind;
import govsearch.report.ReportHead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The paragraphs that a learnt model alone would give: all of a small collection, by cosine. */
final class MeaningBaseline {

  @SuppressWarnings("ArrayRecordComponent") // seen here only
  private record Known(String key, float[] vector) {}

  private record Near(String key, double cosine) {}

  private final Embedder model;
  private final List<Known> known = new ArrayList<>();

  MeaningBaseline(LuceneEngine engine, Embedder model) {
    this.model = model;
    List<ReportHead> heads = new ArrayList<>();
    engine.everyReport(heads::add);
    for (ReportHead head : heads) {
      for (Paragraph paragraph : engine.report(head.id()).orElseThrow().paragraphs()) {
        if (paragraph.kind() == ParagraphKind.BODY) {
          known.add(new Known(Ids.key(head.id(), paragraph.id()), model.embed(paragraph.text())));
        }
      }
    }
  }

  List<String> top(String typed, int count) {
    float[] asked = model.embedQuestion(typed);
    return known.stream()
        .map(one -> new Near(one.key(), cosine(one.vector(), asked)))
        .sorted(Comparator.comparingDouble(Near::cosine).reversed())
        .limit(count)
        .map(Near::key)
        .toList();
  }

  private static double cosine(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
