using System.Net;
using System.Text.RegularExpressions;

namespace ProjectCycle.Web.Tests.Host;

/// <summary>An answer with its text.</summary>
/// <param name="Text">The body with entities resolved, so that tests can look for words.</param>
public sealed record Answer(HttpStatusCode Status, string Text, string? Location, HttpResponseMessage Message);

/// <summary>Walks through pages as a person would: forms are sent with the token of the page they stand on.</summary>
public sealed partial class Browser(HttpClient client)
{
    public async Task<Answer> GetAsync(string path) => await ReadAsync(await client.GetAsync(path));

    /// <summary>Loads <paramref name="path"/> and sends its form.</summary>
    public async Task<Answer> SubmitAsync(string path, params (string Name, string Value)[] inputs) =>
        await SubmitAsync(path, path, inputs);

    /// <summary>Loads the page <paramref name="from"/> and sends a form from there to <paramref name="to"/>.</summary>
    public async Task<Answer> SubmitAsync(string from, string to, params (string Name, string Value)[] inputs)
    {
        var page = await GetAsync(from);
        var token = Token().Match(page.Text);
        Assert.True(token.Success, $"{from} has no form ({page.Status}).");
        return await PostAsync(to, [.. inputs, ("__RequestVerificationToken", token.Groups["token"].Value)]);
    }

    /// <summary>Posts without looking at a page first.</summary>
    public async Task<Answer> PostAsync(string path, params (string Name, string Value)[] inputs)
    {
        using var content = new FormUrlEncodedContent(inputs.Select(input => KeyValuePair.Create(input.Name, input.Value)));
        return await ReadAsync(await client.PostAsync(path, content));
    }

    /// <summary>Loads the page <paramref name="from"/> and sends a file from there to the same address.</summary>
    public async Task<Answer> UploadAsync(string from, string field, string fileName, byte[] file, params (string Name, string Value)[] inputs)
    {
        var token = Token().Match((await GetAsync(from)).Text).Groups["token"].Value;
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in inputs.Append(("__RequestVerificationToken", token)))
            content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(file), field, fileName);
        return await ReadAsync(await client.PostAsync(from, content));
    }

    public Task<Answer> TrySignInAsync(string mail, string password) =>
        SubmitAsync("/account/sign-in", ("Mail", mail), ("Password", password));

    public async Task SignInAsync(string mail, string password) =>
        Assert.Equal("/", (await TrySignInAsync(mail, password)).Location);

    private static async Task<Answer> ReadAsync(HttpResponseMessage message) => new(
        message.StatusCode, WebUtility.HtmlDecode(await message.Content.ReadAsStringAsync()), message.Headers.Location?.ToString(), message);

    [GeneratedRegex("""__RequestVerificationToken" type="hidden" value="(?<token>[^"]+)""")]
    private static partial Regex Token();
}
