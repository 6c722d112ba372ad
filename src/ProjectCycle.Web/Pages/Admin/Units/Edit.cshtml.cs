using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Features.People;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Admin.Units;

/// <summary>A new unit, or one to change.</summary>
[Authorize(Policy = "unit.manage")]
public sealed class EditModel(PeopleQueries people, SaveUnit save, Texts texts) : PageModel
{
    /// <summary>The inputs, as <see cref="UnitInput"/> names them.</summary>
    public sealed class InputModel
    {
        public string Code { get; set; } = "";
        public string Name { get; set; } = "";
        public string RegionCode { get; set; } = "";
        public IndonesianZone Zone { get; set; }
        public Guid? HeadId { get; set; }
    }

    /// <summary>Null for a new unit.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Who can be named head: those who work here.</summary>
    public IReadOnlyList<Choice> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Id is not { } id)
            return Page();
        if (await people.UnitAsync(id, cancellation) is not { } unit)
            return NotFound();
        Input = new InputModel { Code = unit.Code, Name = unit.Name, RegionCode = unit.RegionCode, Zone = unit.Zone, HeadId = unit.HeadId };
        Version = unit.Version;
        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (!ModelState.IsValid)
            return Page();
        var wanted = new UnitInput { Code = Input.Code, Name = Input.Name, RegionCode = Input.RegionCode, Zone = Input.Zone, HeadId = Input.HeadId };
        var saved = await save.HandleAsync(Id, wanted, Version, cancellation);
        if (this.Turned(saved) is { } turned)
            return turned;
        if (!saved.Succeeded)
        {
            ModelState.Add(saved.Refusals, texts, nameof(Input));
            if (saved.LostRace())
                await KnowPresentVersionAsync(cancellation);
            return Page();
        }
        TempData.FlashDone(texts["units.saved", Input.Name.Trim()]);
        return LocalRedirect("/admin/units");
    }

    private async Task LoadAsync(CancellationToken cancellation) =>
        People = Id is { } id ? await people.PeopleOfUnitAsync(id, cancellation) : [];

    /// <summary>What was typed stays; whoever was told of the other change and saves again means it.</summary>
    private async Task KnowPresentVersionAsync(CancellationToken cancellation)
    {
        ModelState.Remove(nameof(Version));
        Version = (await people.UnitAsync(Id!.Value, cancellation))?.Version ?? Version;
    }
}
