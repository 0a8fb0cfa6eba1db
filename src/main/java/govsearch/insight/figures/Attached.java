package govsearch.insight.figures;

import govsearch.text.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a phrase.
 *
 * @param before what it was, where the text says so: 58 of 由58名增加到63名; else null
 * @param target whether it is aimed at and not reached: 计划新增39名
 */
record Attached(Quantity quantity, @Nullable Quantity before, boolean target) {

  Attached asTarget() {
    return target ? this : new Attached(quantity, before, true);
  }
}
