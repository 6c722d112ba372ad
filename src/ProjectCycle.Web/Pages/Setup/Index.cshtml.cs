using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Web.Account;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Security;

namespace ProjectCycle.Web.Pages.Setup;

/// <summary>Makes the first unit and its administrator. Open to whoever holds the link of the console, while there is nobody.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInLimits.Policy)]
public sealed class IndexModel(AppDbContext db, UserManager<User> users, SignIns signIns, SetupLink link, Texts texts, Viewer viewer) : PageModel
{
    public sealed class InputModel
    {
        public string Name { get; set; } = "";
        public string Mail { get; set; } = "";

        [DataType(DataType.Password)]
        public string Password { get; set; } = "";

        public string UnitName { get; set; } = "";
        public string UnitCode { get; set; } = "";
        public string RegionCode { get; set; } = "";
        public IndonesianZone Zone { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IEnumerable<SelectListItem> Regions =>
        ReferenceData.Regions.Values.Select(region => new SelectListItem(ReferenceData.RegionName(region.Code), region.Code)).Prepend(new SelectListItem("", ""));

    public IEnumerable<SelectListItem> Zones =>
        Enum.GetValues<IndonesianZone>().Select(zone => new SelectListItem(texts.Enum(zone), zone.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await IsOpenAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await IsOpenAsync(cancellation))
            return NotFound();
        ModelState.Add(Faults(), texts, nameof(Input));
        var (unit, user) = Make();
        if (ModelState.IsValid)
        {
            db.Add(unit); // saved together with the user
            ModelState.Add(await users.CreateAsync(user, Input.Password), texts, "Input.Password");
        }
        if (!ModelState.IsValid)
            return Page();
        await signIns.SignInAsync(user, isPersistent: false);
        return LocalRedirect("/");
    }

    private async Task<bool> IsOpenAsync(CancellationToken cancellation) =>
        link.IsGood(Token) && !await db.Users.AnyAsync(cancellation);

    private IEnumerable<Refusal> Faults() =>
    [
        .. Fields.Required(Input.Name, nameof(Input.Name), 200),
        .. Fields.Required(Input.Mail, nameof(Input.Mail), 256),
        .. Fields.Required(Input.Password, nameof(Input.Password), 200),
        .. Fields.Required(Input.UnitName, nameof(Input.UnitName), 200),
        .. Fields.Code(Input.UnitCode, nameof(Input.UnitCode), 40),
        .. ReferenceData.Regions.ContainsKey(Input.RegionCode) ? [] : new[] { new Refusal("unknown-region", nameof(Input.RegionCode)) },
    ];

    private (Unit Unit, User User) Make()
    {
        var unit = new Unit { Code = Input.UnitCode.Trim(), Name = Input.UnitName.Trim(), RegionCode = Input.RegionCode, Zone = Input.Zone };
        var user = new User { DisplayName = Input.Name.Trim(), UserName = Input.Mail.Trim(), Email = Input.Mail.Trim(), EmailConfirmed = true, Language = viewer.Language };
        user.Roles.Add(new UserRole { UserId = user.Id, Role = Role.Administrator });
        user.Units.Add(new UnitMembership { UserId = user.Id, UnitId = unit.Id });
        return (unit, user);
    }
}
