package govsearch.insight.compare;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import govsearch.report.Section;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which sentence of one report is which of another. First, section by section, those of equal keys
 * that stand in the same order; then the others of equal keys, wherever they stand; then, within a
 * section, those left that are most alike by their characters in twos; last, those that stand in
 * the same place between pairs, though less alike.
 */
final class SentencePairs {

  private static final int NONE = -1;

  private final List<ComparedSentence> a;
  private final List<ComparedSentence> b;
  private final int[] ofA;
  private final int[] ofB;

  SentencePairs(List<ComparedSentence> a, List<ComparedSentence> b) {
    this.a = a;
    this.b = b;
    this.ofA = new int[a.size()];
    this.ofB = new int[b.size()];
    Arrays.fill(ofA, NONE);
    Arrays.fill(ofB, NONE);
    for (Section section : Section.values()) {
      pairInOrder(of(section, a), of(section, b));
    }
    pairWhereverTheyStand();
    for (Section section : Section.values()) {
      pairAlike(left(of(section, a), ofA), left(of(section, b), ofB));
    }
    GapPairs gaps = new GapPairs(a, b);
    for (Section section : Section.values()) {
      gaps.find(of(section, a), of(section, b), ofA, ofB, this::pair);
    }
  }

  /** The number of the sentence of b that one of a is; -1 for none. */
  int ofA(int number) {
    return ofA[number];
  }

  /** The number of the sentence of a that one of b is; -1 for none. */
  int ofB(int number) {
    return ofB[number];
  }

  private void pair(int numberA, int numberB) {
    ofA[numberA] = numberB;
    ofB[numberB] = numberA;
  }

  private static List<Integer> of(Section section, List<ComparedSentence> sentences) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      if (sentences.get(i).paragraph().section() == section) {
        numbers.add(i);
      }
    }
    return numbers;
  }

  private static List<Integer> left(List<Integer> numbers, int[] paired) {
    return numbers.stream().filter(number -> paired[number] == NONE).toList();
  }

  private void pairInOrder(List<Integer> fromA, List<Integer> fromB) {
    List<Object> keysA = fromA.stream().map(number -> a.get(number).key()).toList();
    List<Object> keysB = fromB.stream().map(number -> b.get(number).key()).toList();
    List<Change> changes = new MyersDiffWithLinearSpace<>().computeDiff(keysA, keysB, null);
    Set<Integer> changedA = new HashSet<>();
    Set<Integer> changedB = new HashSet<>();
    for (Change change : changes) {
      for (int i = change.startOriginal; i < change.endOriginal; i++) {
        changedA.add(i);
      }
      for (int i = change.startRevised; i < change.endRevised; i++) {
        changedB.add(i);
      }
    }
    int atB = 0;
    for (int atA = 0; atA < fromA.size(); atA++) {
      if (!changedA.contains(atA)) {
        while (changedB.contains(atB)) {
          atB++;
        }
        pair(fromA.get(atA), fromB.get(atB++));
      }
    }
  }

  private void pairWhereverTheyStand() {
    Map<Object, Deque<Integer>> byKey = new HashMap<>();
    for (int i = 0; i < a.size(); i++) {
      if (ofA[i] == NONE) {
        byKey.computeIfAbsent(a.get(i).key(), key -> new ArrayDeque<>()).add(i);
      }
    }
    for (int i = 0; i < b.size(); i++) {
      Deque<Integer> same = ofB[i] == NONE ? byKey.get(b.get(i).key()) : null;
      if (same != null && !same.isEmpty()) {
        pair(same.remove(), i);
      }
    }
  }

  private void pairAlike(List<Integer> fromA, List<Integer> fromB) {
    AlikeSentences alike = new AlikeSentences(literals(a, fromA), literals(b, fromB));
    for (AlikeSentences.Alike two : alike.best()) {
      int numberA = fromA.get(two.a());
      int numberB = fromB.get(two.b());
      if (ofA[numberA] == NONE && ofB[numberB] == NONE) {
        pair(numberA, numberB);
      }
    }
  }

  private static List<String> literals(List<ComparedSentence> sentences, List<Integer> numbers) {
    return numbers.stream().map(number -> sentences.get(number).literal()).toList();
  }
}
