using Microsoft.Playwright;

namespace Modular.Browser.Tests.Harness;

/// <summary>Fills a generated form by its fields' identifiers, whether a question is a list or buttons.</summary>
internal sealed class Pen(IPage page)
{
    public ILocator Field(string path) => page.Locator($"[data-field=\"{path}\"]");

    /// <summary>Types and leaves the field: what hangs on it is asked for when it is left.</summary>
    public async Task TypeAsync(string path, string text)
    {
        await Control(path).FillAsync(text);
        await Control(path).BlurAsync();
    }

    public async Task ChooseAsync(string path, string code)
    {
        if (await page.Locator($"select[id=\"{path}\"]").CountAsync() > 0)
        {
            await Control(path).SelectOptionAsync(code);
        }
        else
        {
            await page.Locator($"input[name=\"{path}\"][value=\"{code}\"]").CheckAsync();
        }
    }

    public Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private ILocator Control(string path) => page.Locator($"[id=\"{path}\"]");
}
