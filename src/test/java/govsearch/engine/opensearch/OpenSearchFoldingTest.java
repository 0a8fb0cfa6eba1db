package govsearch.engine.opensearch;

import govsearch.engine.FoldingContract;
import org.junit.jupiter.api.Tag;

@Tag("cluster")
class OpenSearchFoldingTest extends FoldingContract implements OpenSearchUnderTest {}
