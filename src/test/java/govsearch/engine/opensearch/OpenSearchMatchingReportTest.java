package govsearch.engine.opensearch;

import govsearch.engine.MatchingReportContract;
import org.junit.jupiter.api.Tag;

@Tag("cluster-long")
class OpenSearchMatchingReportTest extends MatchingReportContract implements OpenSearchUnderTest {}
