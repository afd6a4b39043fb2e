using Microsoft.Playwright;

namespace Modular.Browser.Tests.Harness;

/// <summary>The screens that LOOK.md asks a page to be seen on.</summary>
internal sealed record Screen(string Name, int Width, int Height, ColorScheme Scheme)
{
    public static readonly Screen Desk = new("poste-clair", 1366, 768, ColorScheme.Light);
    public static readonly Screen DeskAtNight = new("poste-sombre", 1366, 768, ColorScheme.Dark);
    public static readonly Screen Telephone = new("telephone-clair", 390, 844, ColorScheme.Light);
    public static readonly Screen TelephoneAtNight = new("telephone-sombre", 390, 844, ColorScheme.Dark);

    public static readonly IReadOnlyList<Screen> All = [Desk, DeskAtNight, Telephone, TelephoneAtNight];
}
