using System.Globalization;
using Modular.Benchmarks.Trials;
using Modular.Benchmarks.Measures;

switch (args)
{
    case ["smoke"]:
        await Smoke.RunAsync(Console.Out);
        return 0;
    case ["smoke", var executable] when File.Exists(executable):
        await Smoke.RunAsync(Console.Out, Path.GetFullPath(executable));
        return 0;
    case ["scale"]:
        await Scale.RunAsync(Console.Out, 100_000);
        return 0;
    case ["scale", var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var situations) && situations > 0:
        await Scale.RunAsync(Console.Out, situations);
        return 0;
    case ["scale", var count, "waiting"] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var situations) && situations > 0:
        await Scale.RunAsync(Console.Out, situations, allWait: true);
        return 0;
    case ["nation", var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var situations) && situations > 0:
        await Nation.RunAsync(Console.Out, situations);
        return 0;
    case ["writes"]:
        await Writes.RunAsync(Console.Out);
        return 0;
    case ["soak"]:
        await Soak.RunAsync(Console.Out);
        return 0;
    case ["import"]:
        await Exchange.ImportAsync(Console.Out, 100_000);
        return 0;
    case ["import", var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var situations) && situations > 0:
        await Exchange.ImportAsync(Console.Out, situations);
        return 0;
    case ["export"]:
        await Exchange.ExportAsync(Console.Out, 24_000);
        return 0;
    case ["kills", var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var kills) && kills > 0:
        return await KillTrial.RunAsync(kills, Console.Out) ? 0 : 1;
    case ["kills", var count, var people]
        when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var kills) && kills > 0
        && int.TryParse(people, NumberStyles.None, CultureInfo.InvariantCulture, out var savers) && savers > 0:
        return await KillTrial.RunAsync(kills, Console.Out, savers) ? 0 : 1;
    case ["drafts", var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var kills) && kills > 0:
        return await DraftTrial.RunAsync(kills, Console.Out) ? 0 : 1;
    case ["drop"]:
        return await DropTrial.RunAsync(Console.Out, DropTrial.Allowed) ? 0 : 1;
    case ["outage"]:
        return await OutageTrial.RunAsync(Console.Out, OutageTrial.Quiet) ? 0 : 1;
    case [BareKestrel.Command, var urls]:
        await BareKestrel.ServeAsync(urls);
        return 0;
    default:
        Console.Error.WriteLine("""
            usage: smoke [modular.dll of another build] | scale [N [waiting]] | nation N | writes | soak | import [N] | export | kills N [SAVERS] | drafts N
                | drop | outage
            """);
        return 2;
}
