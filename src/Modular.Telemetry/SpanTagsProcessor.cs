using System.Diagnostics;
using OpenTelemetry;

namespace Modular.Telemetry;

/// <summary>Stands before the exporter and lets nothing pass but <see cref="SpanTags"/>, whoever added the rest.</summary>
internal sealed class SpanTagsProcessor : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        // Nothing can be taken out of an event or a link, and a parent hands down its number and its state, which may be a caller's: such a span stays here.
        if (data.Events.Any() || data.Links.Any() || data.ParentId is not null)
        {
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            return;
        }

        foreach (var (tag, _) in data.TagObjects.ToList())
        {
            if (!SpanTags.IsAllowed(tag))
            {
                data.SetTag(tag, null);
            }
        }

        data.SetStatus(data.Status, description: null);
        data.TraceStateString = null;
        data.DisplayName = SpanTags.NameOf(data);
    }
}
