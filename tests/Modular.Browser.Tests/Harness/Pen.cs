using Microsoft.Playwright;

namespace Modular.Browser.Tests.Harness;

/// <summary>Fills a generated form by its fields' identifiers, with or without JavaScript, whether a question is a list or buttons.</summary>
internal sealed class Pen(IPage page, bool javaScript)
{
    public ILocator Field(string path) => page.Locator($"[data-field=\"{path}\"]");

    public async Task TypeAsync(string path, string text)
    {
        await Control(path).FillAsync(text);
        await Control(path).BlurAsync();
        await FollowAsync(path);
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

        await FollowAsync(path);
    }

    /// <summary>Without JavaScript a question that others hang on has a button that shows them.</summary>
    private async Task FollowAsync(string path)
    {
        var show = Field(path).GetByRole(AriaRole.Button, new() { Name = "Afficher les questions" });
        if (!javaScript && await show.CountAsync() > 0)
        {
            await show.ClickAsync();
        }
    }

    public Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private ILocator Control(string path) => page.Locator($"[id=\"{path}\"]");
}
