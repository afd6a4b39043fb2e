using Microsoft.Playwright;

namespace Modular.Browser.Tests.Harness;

/// <summary>Fills a generated form by its fields' identifiers, with or without JavaScript, whether a question is a list or buttons.</summary>
internal sealed class Pen(IPage page, bool javaScript)
{
    public ILocator Field(string path) => page.Locator($"[data-field=\"{path}\"]");

    public Task TypeAsync(string path, string text) => Control(path).FillAsync(text);

    /// <summary>Chooses one code; where other questions hang on it, waits until they are there.</summary>
    public async Task ChooseAsync(string path, string code)
    {
        var branches = !javaScript && await Field(path).Locator("noscript button, button[value=refresh]").CountAsync() > 0;
        if (await page.Locator($"select[id=\"{path}\"]").CountAsync() > 0)
        {
            await Control(path).SelectOptionAsync(code);
        }
        else
        {
            await page.Locator($"input[name=\"{path}\"][value=\"{code}\"]").CheckAsync();
        }

        if (branches)
        {
            await Field(path).GetByRole(AriaRole.Button, new() { Name = "Afficher les questions" }).ClickAsync();
        }
    }

    public Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private ILocator Control(string path) => page.Locator($"[id=\"{path}\"]");
}
