using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Reminders;
using ProjectCycle.Features.Reports;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Reminders;

/// <summary>The reminder certificate, made to be printed: what was due, what was done when, who was told when, what the server answered.</summary>
[Authorize(Policy = "reminder.view")]
public sealed class CertificateModel(CertificateQuery query, RequestReport reports, PeopleQueries people, TimeProvider clock, Texts texts) : PageModel
{
    public CertificateFilter Filter { get; private set; } = null!;
    public ReminderCertificate Certificate { get; private set; } = null!;
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>More were due than a certificate holds.</summary>
    public bool IsCut => Certificate.Deadlines.Count == CertificateQuery.MostDeadlines;

    /// <summary>The reminders of each deadline, by project and name as the certificate lists them.</summary>
    public ILookup<Guid, LedgerRow> Reminders { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Filter = CertificateFilter.Parse(Request.QueryString.Value, clock);
        Certificate = await query.LoadAsync(Filter, Cultures.CurrentLanguage, cancellation);
        Reminders = Certificate.Reminders.ToLookup(reminder => reminder.DeadlineId);
        Units = await people.UnitChoicesAsync(Rights.ViewReminders, cancellation);
    }

    /// <summary>Queues the workbook over what the page shows.</summary>
    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellation)
    {
        var outcome = await reports.HandleAsync(CertificateFilter.Parse(Request.QueryString.Value, clock), cancellation);
        if (!outcome.Succeeded)
            return Forbid();
        TempData.FlashDone(texts["projects.export.done"]);
        return LocalRedirect("/reports");
    }

    /// <summary>The light of an end.</summary>
    public static string Tone(DeadlineEnd end) => end switch
    {
        DeadlineEnd.InTime => "ok",
        DeadlineEnd.Late => "warn",
        DeadlineEnd.Overdue => "risk",
        _ => "quiet",
    };

    /// <summary>The icon of an end.</summary>
    public static string Icon(DeadlineEnd end) => end switch
    {
        DeadlineEnd.InTime => "check-circle-fill",
        DeadlineEnd.Late => "exclamation-triangle-fill",
        DeadlineEnd.Overdue => "exclamation-octagon-fill",
        DeadlineEnd.Coming => "hourglass-split",
        _ => "slash-circle",
    };
}
