package govsearch.engine;

import java.util.ArrayList;
import java.util.List;

/** Tells whether what goes on in the background does go on. */
public interface Vitals {

  /** What does not, each in Chinese; none if all is well. */
  List<String> ailments();

  /** Nothing goes on. */
  Vitals NONE = List::of;

  /** Those of several. */
  static Vitals of(Vitals... all) {
    return () -> {
      List<String> ailments = new ArrayList<>();
      for (Vitals each : all) {
        ailments.addAll(each.ailments());
      }
      return ailments;
    };
  }
}
