using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Modular.Telemetry.Tests;

/// <summary>Whatever is hung on a span, by us or by a library that we listen to one day, what leaves is what is allowed.</summary>
[TestClass]
public sealed class SpanTagsProcessorTests
{
    [TestMethod]
    public void Only_what_is_named_stays_and_the_name_is_made_of_it()
    {
        var span = Exported(begun =>
        {
            begun.DisplayName = "GET /situations/canari";
            begun.SetTag("http.request.method", "GET").SetTag("http.route", "/situations/{id}").SetTag("http.response.status_code", 500);
            begun.SetTag("error.type", "System.TimeoutException");
            foreach (var tag in (string[])["url.path", "url.query", "client.address", "user_agent.original", "enduser.id", "db.query.text", "site"])
            {
                begun.SetTag(tag, "canari");
            }

            begun.SetStatus(ActivityStatusCode.Error, "canari");
            begun.TraceStateString = "nom=canari";
        }).Single();
        CollectionAssert.AreEquivalent(
            new[] { "http.request.method", "http.route", "http.response.status_code", "error.type" }, span.TagObjects.Select(tag => tag.Key).ToList());
        Assert.AreEqual("GET /situations/{id}", span.DisplayName);
        Assert.AreEqual((ActivityStatusCode.Error, null, null), (span.Status, span.StatusDescription, span.TraceStateString));
    }

    [TestMethod]
    [DataRow("GET", null, null, "GET", DisplayName = "a request without a route")]
    [DataRow(null, null, "backup", "job backup", DisplayName = "a job")]
    [DataRow(null, null, null, "unnamed", DisplayName = "neither")]
    public void What_has_no_route_is_called_by_what_is_left(string? method, string? route, string? job, string name)
    {
        var span = Exported(begun => begun.SetTag("http.request.method", method).SetTag("http.route", route).SetTag("modular.job", job)).Single();
        Assert.AreEqual(name, span.DisplayName);
    }

    [TestMethod]
    public void A_span_with_what_cannot_be_taken_out_of_it_is_not_exported()
    {
        Assert.IsEmpty(Exported(begun => begun.AddException(new InvalidOperationException("canari"))));
        Assert.IsEmpty(Exported(begun => begun.AddEvent(new ActivityEvent("canari"))));
        var caller = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded, "nom=canari");
        Assert.IsEmpty(Exported(begun => begun.AddLink(new ActivityLink(caller))));
        Assert.IsEmpty(Exported(_ => { }, caller));
    }

    private static List<Activity> Exported(Action<Activity> fill, ActivityContext parent = default)
    {
        var exported = new List<Activity>();
        using var source = new ActivitySource($"Modular.Telemetry.Tests.{Guid.NewGuid():N}");
        using var spans = Sdk.CreateTracerProviderBuilder().AddSource(source.Name).AddProcessor(new SpanTagsProcessor())
            .AddProcessor(new SimpleActivityExportProcessor(new Taken(exported))).Build();
        using (var span = source.StartActivity("canari", ActivityKind.Server, parent)!)
        {
            fill(span);
        }

        return exported;
    }

    private sealed class Taken(List<Activity> exported) : BaseExporter<Activity>
    {
        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (var span in batch)
            {
                exported.Add(span);
            }

            return ExportResult.Success;
        }
    }
}
