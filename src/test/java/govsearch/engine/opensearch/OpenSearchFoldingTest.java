package govsearch.engine.opensearch;

import govsearch.engine.FoldingContract;
import org.junit.jupiter.api.Tag;

@Tag("cluster-long")
class OpenSearchFoldingTest extends FoldingContract implements OpenSearchUnderTest {}
