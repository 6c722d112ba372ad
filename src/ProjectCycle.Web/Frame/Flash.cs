using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ProjectCycle.Web.Frame;

/// <summary>What kind of news a message is.</summary>
public enum FlashKind
{
    Done,
    Warning,
}

/// <summary>A message shown once, on the page that comes after a post.</summary>
/// <param name="ActionText">Word of a button beside it, such as Undo; null for none.</param>
/// <param name="ActionUrl">What that button posts to.</param>
public sealed record FlashMessage(FlashKind Kind, string Text, string? ActionText = null, string? ActionUrl = null);

/// <summary>Messages that outlive a redirect: <c>TempData.FlashDone(T["projects.register.done", code])</c>.</summary>
public static class Flash
{
    private const string Key = "flash";

    /// <summary>Says what was done.</summary>
    public static void FlashDone(this ITempDataDictionary temp, string text, string? actionText = null, string? actionUrl = null) =>
        temp.Add(new FlashMessage(FlashKind.Done, text, actionText, actionUrl));

    /// <summary>Says what was not done, or what to look at.</summary>
    public static void FlashWarning(this ITempDataDictionary temp, string text) =>
        temp.Add(new FlashMessage(FlashKind.Warning, text));

    /// <summary>The messages that wait; reading them ends them.</summary>
    public static IReadOnlyList<FlashMessage> TakeFlash(this ITempDataDictionary temp) =>
        temp[Key] is string json ? JsonSerializer.Deserialize<List<FlashMessage>>(json)! : [];

    private static void Add(this ITempDataDictionary temp, FlashMessage message)
    {
        var waiting = temp.Peek(Key) is string json ? JsonSerializer.Deserialize<List<FlashMessage>>(json)! : [];
        temp[Key] = JsonSerializer.Serialize(waiting.Append(message));
    }
}
