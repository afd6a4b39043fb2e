using Modular.Sites;

namespace Modular.Reporting.Documents;

/// <summary>How a document is rendered.</summary>
/// <param name="Cancellation">Of whoever waits for it.</param>
/// <param name="Time">A template that takes too long by it is given up.</param>
/// <param name="Warn">Told each place of the template that could not be computed from these figures.</param>
internal sealed record ReportRendering(CancellationToken Cancellation, TimeProvider Time, Action<Fault> Warn);
