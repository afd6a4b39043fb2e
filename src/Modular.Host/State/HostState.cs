namespace Modular.Host.State;

/// <summary>How this host does: what the administrator reads on the page, and what is measured for a tool that watches.</summary>
/// <param name="AnswerMilliseconds">How long the data took to answer; null: they did not.</param>
/// <param name="IsTimeWrong">Whether this machine's clock is not that of the data.</param>
/// <param name="Room">Bytes left on the disk of the data folder.</param>
/// <param name="LastBackup">In this host's folder.</param>
/// <param name="BackedUpAt">By this host or another of the same data.</param>
/// <param name="FailedJobs">Whose latest run failed.</param>
/// <param name="WaitingDeliveries">Yet to be sent.</param>
/// <param name="GivenUpDeliveries">Not tried any more.</param>
/// <param name="RefusedSites">That were not loaded, or were stopped by a fault.</param>
internal sealed record HostState(
    long? AnswerMilliseconds,
    bool IsTimeWrong,
    long Room,
    FileInfo? LastBackup,
    DateTimeOffset? BackedUpAt,
    int FailedJobs,
    int WaitingDeliveries,
    int GivenUpDeliveries,
    int RefusedSites);
