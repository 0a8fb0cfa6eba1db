package govsearch.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of hits, with how many there are in all. */
public record HitPage(long total, List<Hit> hits, @Nullable String nextCursor) {}
