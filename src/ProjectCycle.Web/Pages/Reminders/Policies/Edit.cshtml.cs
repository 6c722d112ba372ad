using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Reminders;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Reminders.Policies;

/// <summary>A new policy of reminders, or one to change.</summary>
[Authorize(Policy = "reminder.manage")]
public sealed class EditModel(
    ReminderPolicyQueries queries, SaveReminderPolicy save, PeopleQueries people, TemplateCatalog templates, CurrentUser me, Texts texts) : PageModel
{
    /// <summary>The inputs, as <see cref="ReminderPolicyInput"/> names them.</summary>
    public sealed class InputModel
    {
        public Guid? UnitId { get; set; }
        public string TemplateId { get; set; } = "";
        public string Kind { get; set; } = "";
        public string Offsets { get; set; } = "";
        public OverdueRepeat Repeat { get; set; }
        public List<ReminderRole> Audience { get; set; } = [];
        public int? ManagersAfter { get; set; }
        public int? HeadAfter { get; set; }
        public int? UrgentDays { get; set; }
        public bool SkipsDaysOff { get; set; }
    }

    private IReadOnlyList<Choice> _units = [];

    /// <summary>Null for a new policy.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public ReminderPolicy? Known { get; private set; }
    public IReadOnlyList<CycleTemplate> Templates => templates.Current();

    /// <summary>A policy for all units is for who reaches them all.</summary>
    public IEnumerable<SelectListItem> Units =>
        Options.Of(_units, texts["reminders.policy.all-units"]).Skip(me.Scope(Rights.ManageReminders).All ? 0 : 1);

    public string? UnitName(ReminderPolicy policy) => _units.FirstOrDefault(unit => unit.Id == policy.UnitId)?.Name;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        Input = Of(Known ?? ReminderPolicy.Default);
        Version = Known?.Version ?? 0;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return await AgainAsync(cancellation);
        var saved = await save.HandleAsync(Id, Wanted(), Version, cancellation);
        if (this.Turned(saved) is { } turned)
            return turned;
        if (!saved.Succeeded)
        {
            ModelState.Add(saved.Refusals, texts, nameof(Input));
            return await AgainAsync(cancellation, saved.LostRace());
        }
        TempData.FlashDone(texts["reminders.policy.saved"]);
        return LocalRedirect("/reminders/policies");
    }

    public async Task<IActionResult> OnPostRemoveAsync(int version, CancellationToken cancellation)
    {
        var removed = await save.RemoveAsync(Id ?? Guid.Empty, version, cancellation);
        if (this.Turned(removed) is { } turned)
            return turned;
        if (!removed.Succeeded)
        {
            TempData.FlashWarning(removed.Sentence(texts));
            return LocalRedirect(Request.Here("version"));
        }
        TempData.FlashDone(texts["reminders.policy.removed"]);
        return LocalRedirect("/reminders/policies");
    }

    /// <summary>What was typed stays; whoever was told of another change and saves again means it.</summary>
    private async Task<IActionResult> AgainAsync(CancellationToken cancellation, bool lostRace = false)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (lostRace)
        {
            ModelState.Remove(nameof(Version));
            Version = Known?.Version ?? Version;
        }
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        _units = await people.UnitChoicesAsync(Rights.ManageReminders, cancellation);
        Known = Id is { } id ? await queries.FindAsync(id, cancellation) : null;
        return Id is null || Known is not null;
    }

    private static InputModel Of(ReminderPolicy policy) => new()
    {
        Offsets = policy.Offsets?.Replace(",", ", ", StringComparison.Ordinal) ?? "",
        Repeat = policy.Repeat,
        Audience = [.. policy.Roles],
        ManagersAfter = policy.ManagersAfter,
        HeadAfter = policy.HeadAfter,
        UrgentDays = policy.UrgentDays,
        SkipsDaysOff = policy.SkipsDaysOff,
    };

    private ReminderPolicyInput Wanted() => new()
    {
        UnitId = Input.UnitId,
        TemplateId = Input.TemplateId,
        Kind = Input.Kind,
        Offsets = Input.Offsets,
        Repeat = Input.Repeat,
        Audience = Input.Audience,
        ManagersAfter = Input.ManagersAfter,
        HeadAfter = Input.HeadAfter,
        UrgentDays = Input.UrgentDays,
        SkipsDaysOff = Input.SkipsDaysOff,
    };
}
