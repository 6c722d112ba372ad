using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Web.Frame;

/// <summary>An entry of the left rail. Its word is the text <c>nav.{Key}</c>.</summary>
/// <param name="Page">The page, such as "/Projects/Index"; the entry is lit on every page of that folder.</param>
/// <param name="Icon">Name in Bootstrap Icons.</param>
/// <param name="Also">Another folder on whose pages it is lit.</param>
/// <param name="Right">Shown to those who hold it; null for everybody.</param>
public sealed record NavigationEntry(string Key, string Page, string Icon, Right? Right = null, string? Also = null)
{
    /// <summary>True when <paramref name="page"/> lies in the entry's folder.</summary>
    public bool Holds(string? page) =>
        page?.StartsWith(Page[..(Page.LastIndexOf('/') + 1)], StringComparison.Ordinal) == true || (Also is not null && page?.StartsWith(Also, StringComparison.Ordinal) == true);

    /// <summary>True when <paramref name="user"/> may follow it.</summary>
    public bool IsFor(CurrentUser user) => Right is null || user.Can(Right);
}

/// <summary>The left rail. Whoever writes a page adds its entry here; an entry without a page fails a test.</summary>
public static class Navigation
{
    public static IReadOnlyList<NavigationEntry> Main { get; } =
    [
        new("home", "/Home/Index", "house"),
        new("projects", "/Projects/Index", "kanban", Rights.ViewProject),
        new("deadlines", "/Deadlines/Index", "calendar-check", Rights.ViewProject),
        new("reminders", "/Reminders/Index", "envelope-check", Rights.ViewReminders),
        new("money", "/Portfolio/Index", "cash-coin", Rights.ViewProject, Also: "/Withdrawals/"),
        new("obstacles", "/Obstacles/Index", "cone-striped", Rights.ViewProject),
        new("reviews", "/Reviews/Index", "inbox", Rights.ViewReviews),
        new("reports", "/Reports/Index", "file-earmark-spreadsheet", Rights.ExportProjects),
        new("partners", "/Partners/Index", "building", Rights.ViewPartner),
        new("team", "/Actors/Index", "person-badge", Rights.ViewProject),
        new("templates", "/Templates/Index", "diagram-3", Rights.ViewTemplate),
    ];

    public static IReadOnlyList<NavigationEntry> Administration { get; } =
    [
        new("users", "/Admin/Users/Index", "people", Rights.ManageUsers),
        new("units", "/Admin/Units/Index", "bank", Rights.ManageUnits),
        new("calendar", "/Admin/Calendars/Index", "calendar3", Rights.ManageCalendars),
        new("rates", "/Rates/Index", "currency-exchange", Rights.EditRates),
        new("background", "/Admin/Background/Index", "gear-wide-connected", Rights.ViewBackground),
    ];

    /// <summary>True when the rail leads to <paramref name="page"/>.</summary>
    public static bool Has(string page) => Main.Concat(Administration).Any(entry => entry.Page == page);
}
