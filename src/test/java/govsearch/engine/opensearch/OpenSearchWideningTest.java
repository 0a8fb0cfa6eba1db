package govsearch.engine.opensearch;

import govsearch.engine.WideningContract;
import org.junit.jupiter.api.Tag;

@Tag("cluster-long")
class OpenSearchWideningTest extends WideningContract implements OpenSearchUnderTest {}
