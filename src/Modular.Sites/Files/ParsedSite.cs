using Modular.Contracts.Forms;
using Modular.Contracts.Presence;
using Modular.Contracts.Reports;
using Modular.Contracts.Sites;
using Modular.Sites.Reading;

namespace Modular.Sites.Files;

/// <summary>What a folder's files say, as far as they could be read. A part that is null, or left out, has told its faults already.</summary>
internal sealed record ParsedSite(SourceMap Sources, Faults Faults)
{
    public SiteDefinition? Site { get; init; }

    public IReadOnlyDictionary<string, FormDefinition> Forms { get; init; } = new Dictionary<string, FormDefinition>();

    public PresenceDefinition? Presence { get; init; }

    public IReadOnlyList<ReportDefinition> Reports { get; init; } = [];

    /// <summary>Whether every form file could be read: what else names their fields can then be judged.</summary>
    public bool HasAllForms { get; init; }

    public void Fault(object record, string? key, FormattableString sentence, int? item = null)
    {
        var (file, at) = Sources.Of(record, key, item);
        Faults.Add(file, at, sentence);
    }

    public void FaultAtName(object record, string key, string name, FormattableString sentence, int? item = null)
    {
        var (file, at) = Sources.OfName(record, key, name, item);
        Faults.Add(file, at, sentence);
    }
}
