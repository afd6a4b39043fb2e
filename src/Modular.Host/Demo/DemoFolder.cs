using System.Text.Json;
using Modular.Host.Accounts;
using Modular.Host.Composition;

namespace Modular.Host.Demo;

/// <summary>Remembered in the data folder: it says that its people are invented however it is served, and a site dropped in later is not.</summary>
internal sealed class DemoFolder
{
    private readonly string _file;

    public DemoFolder(ModularSettings settings)
    {
        _file = Path.Combine(settings.DataFolder, "demo.json");
        Filled = File.Exists(_file) ? Read(_file) : null;
    }

    /// <summary>Null: nothing here is invented.</summary>
    public DemoFilling? Filled { get; private set; }

    public void Remember(DemoFilling filling)
    {
        // Whole or not at all: half a file would keep the host from starting.
        var written = _file + ".new";
        File.WriteAllText(written, JsonSerializer.Serialize(filling, JsonSerializerOptions.Web));
        File.Move(written, _file, overwrite: true);
        Filled = filling;
    }

    private static DemoFilling Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<DemoFilling>(File.ReadAllText(file), JsonSerializerOptions.Web) is { Sites: not null, Accounts: not null } filling
                ? filling
                : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new IOException(
                $"{file} says what the demonstration filled, and cannot be read. Serve another data folder, or delete the whole demonstration.");
        }
    }
}

/// <param name="IsUnfinished">Some of them are still to come: the host was stopped while it filled.</param>
internal sealed record DemoFilling(IReadOnlyList<string> Sites, IReadOnlyList<DemoAccount> Accounts, bool IsUnfinished = false);
