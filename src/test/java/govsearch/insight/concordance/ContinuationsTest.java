package govsearch.insight.concordance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContinuationsTest {

  private static List<ConcordanceGroup> groups(List<String> rights) {
    Continuations continuations = new Continuations();
    rights.forEach(right -> continuations.add(Lines.of("有[法律明白人]" + right).around()));
    return continuations.groups();
  }

  private static List<String> repeated(Object... textsAndTimes) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < textsAndTimes.length; i += 2) {
      for (int time = 0; time < (int) textsAndTimes[i + 1]; time++) {
        all.add((String) textsAndTimes[i]);
      }
    }
    return all;
  }

  @Test
  void groupsByTheLongestTextThatMostHaveInCommon() {
    assertThat(groups(repeated("培养工程，", 8, "”培養工程。", 4, "培养计划", 2, "队伍", 5, "队伍建设", 4)))
        .containsExactly(
            new ConcordanceGroup("培养工程", true, 12),
            new ConcordanceGroup("队伍", false, 9),
            new ConcordanceGroup("培养计划", true, 2));
  }

  @Test
  void keepsTogetherWhatPartsManyWays() {
    assertThat(groups(List.of("的作用", "的培养", "的队伍", "，")))
        .containsExactly(new ConcordanceGroup("的", false, 3), new ConcordanceGroup("", true, 1));
  }

  @Test
  void punctuationAndTheEndOfTheParagraphEndAContinuation() {
    assertThat(groups(List.of("", "。队伍", "（队伍）", "、队伍")))
        .containsExactly(new ConcordanceGroup("", true, 4));
  }

  @Test
  void numbersAreOneAnother() {
    assertThat(groups(List.of("12名，", "31名，", "1,240名。", "9.5万元", "9.5万人", "队伍")))
        .containsExactly(
            new ConcordanceGroup("〈数〉名", true, 3),
            new ConcordanceGroup("〈数〉万", false, 2),
            new ConcordanceGroup("队伍", true, 1));
  }

  @Test
  void aContinuationIsCutAtItsLongest() {
    assertThat(groups(List.of("一二三四五六七八九", "一二三四五六七八十")))
        .containsExactly(new ConcordanceGroup("一二三四五六七八", false, 2));
  }

  @Test
  void everyLineIsInOneGroupWhoseTextItGoesOnWith() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<String> rights = new ArrayList<>();
      for (int i = random.nextInt(60); i >= 0; i--) {
        rights.add(
            random
                .ints(random.nextInt(10), 0, 4)
                .mapToObj(c -> "甲乙丙，".substring(c, c + 1))
                .reduce("", String::concat));
      }
      List<ConcordanceGroup> groups = groups(rights);
      assertThat(groups.stream().mapToLong(ConcordanceGroup::lines).sum()).isEqualTo(rights.size());
      for (ConcordanceGroup group : groups) {
        long byHand =
            rights.stream()
                .filter(
                    right ->
                        group.ends()
                            ? right.equals(group.following())
                                || right.startsWith(group.following() + "，")
                            : right.startsWith(group.following()))
                .count();
        assertThat(group.lines()).as("%s of %s", group, rights).isEqualTo(byHand);
      }
    }
  }

  @Test
  void moreDifferentOnesThanAreKeptAreCutShorterAndStillCountedExactly() {
    Continuations continuations = new Continuations();
    int lines = 230_000;
    for (int i = 0; i < lines; i++) {
      // Seven characters each of its own, after one that only two kinds of line have.
      StringBuilder own = new StringBuilder();
      Integer.toString(1_000_000 + i).chars().forEach(c -> own.append((char) ('㐀' + c)));
      continuations.add(Lines.of("[网]" + (i % 10 == 0 ? '甲' : '乙') + own).around());
    }
    List<ConcordanceGroup> groups = continuations.groups();
    assertThat(groups.stream().mapToLong(ConcordanceGroup::lines).sum()).isEqualTo(lines);
    assertThat(groups).allMatch(group -> group.following().length() < Continuations.LONGEST);
    assertThat(
            groups.stream()
                .filter(group -> group.following().startsWith("甲"))
                .mapToLong(ConcordanceGroup::lines)
                .sum())
        .isEqualTo(lines / 10);
  }
}
