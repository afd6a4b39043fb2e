using System.Globalization;
using Modular.Benchmarks.Measures;
using Modular.Benchmarks.Processes;
using Modular.Benchmarks.Trials;

if (args.Contains(MeasuredDatabase.Option))
{
    args = [.. args.Except([MeasuredDatabase.Option])];
    await MeasuredDatabase.UsePostgreSqlAsync();
}

switch (args)
{
    case ["smoke"]:
        await Smoke.RunAsync(Console.Out);
        return 0;
    case ["smoke", var executable] when File.Exists(executable):
        await Smoke.RunAsync(Console.Out, Path.GetFullPath(executable));
        return 0;
    case ["scale", var situations] when Number(situations) is { } many:
        await Scale.RunAsync(Console.Out, many);
        return 0;
    case ["scale", var situations, "waiting"] when Number(situations) is { } many:
        await Scale.RunAsync(Console.Out, many, allWait: true);
        return 0;
    case ["nation", var situations] when Number(situations) is { } many:
        await Nation.RunAsync(Console.Out, many);
        return 0;
    case ["writes"]:
        await Writes.RunAsync(Console.Out);
        return 0;
    case ["soak"]:
        await Soak.RunAsync(Console.Out);
        return 0;
    case ["figures"]:
        await Figures.RunAsync(Console.Out, 100_000, 2_250_000);
        return 0;
    case ["figures", var situations] when Number(situations) is { } many:
        await Figures.RunAsync(Console.Out, many);
        return 0;
    case ["import"]:
        await Exchange.ImportAsync(Console.Out, 100_000);
        return 0;
    case ["import", var situations] when Number(situations) is { } many:
        await Exchange.ImportAsync(Console.Out, many);
        return 0;
    case ["export"]:
        await Exchange.ExportAsync(Console.Out, 24_000);
        return 0;
    case ["feeds"]:
        await Feeds.RunAsync(Console.Out);
        return 0;
    case ["kills", var times] when Number(times) is { } kills:
        return await KillTrial.RunAsync(kills, Console.Out) ? 0 : 1;
    case ["kills", var times, var people] when Number(times) is { } kills && Number(people) is { } savers:
        return await KillTrial.RunAsync(kills, Console.Out, savers) ? 0 : 1;
    case ["hosts", var times] when Number(times) is { } kills:
        return await HostsTrial.RunAsync(kills, Console.Out) ? 0 : 1;
    case ["lives", var number] when Number(number) is { } lives:
        return await LivesTrial.RunAsync(lives, Console.Out) ? 0 : 1;
    case ["drafts", var times] when Number(times) is { } kills:
        return await DraftTrial.RunAsync(kills, Console.Out) ? 0 : 1;
    case ["upgrade", var before, var situations] when File.Exists(before) && Number(situations) is { } many:
        return await UpgradeTrial.RunAsync(Path.GetFullPath(before), many, Console.Out) ? 0 : 1;
    case ["drop"]:
        return await DropTrial.RunAsync(Console.Out, DropTrial.Allowed) ? 0 : 1;
    case ["outage"]:
        return await OutageTrial.RunAsync(Console.Out, OutageTrial.Quiet) ? 0 : 1;
    case [BareKestrel.Command, var urls, var bytes] when Number(bytes) is { } pageBytes:
        await BareKestrel.ServeAsync(urls, pageBytes);
        return 0;
    default:
        Console.Error.WriteLine("""
            usage: smoke [modular.dll of another build] | scale N [waiting] | nation N | writes | soak | figures [N] | feeds | import [N] | export
                   kills N [SAVERS] | hosts N | lives N | drafts N | drop | outage
                   upgrade MODULAR.DLL N
                   with --postgres: on a PostgreSQL of its own
            """);
        return 2;
}

static int? Number(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
