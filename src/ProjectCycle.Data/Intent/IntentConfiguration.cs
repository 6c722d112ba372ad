using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Domain.Intent;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Data.Intent;

internal sealed class LetterOfIntentConfiguration : IEntityTypeConfiguration<LetterOfIntent>
{
    public void Configure(EntityTypeBuilder<LetterOfIntent> letter)
    {
        letter.ToTable("LettersOfIntent");
        letter.HasOne<Project>().WithMany().HasForeignKey(l => l.ProjectId);
        letter.HasIndex(l => l.ProjectId).IsUnique();
    }
}

internal sealed class CooperationPlanConfiguration : IEntityTypeConfiguration<CooperationPlan>
{
    public void Configure(EntityTypeBuilder<CooperationPlan> plan)
    {
        plan.ToTable("CooperationPlans");
        plan.HasOne<Project>().WithMany().HasForeignKey(p => p.ProjectId);
        plan.HasIndex(p => p.ProjectId).IsUnique();
    }
}

internal sealed class CooperationFieldConfiguration : IEntityTypeConfiguration<CooperationField>
{
    public void Configure(EntityTypeBuilder<CooperationField> field)
    {
        field.ToTable("CooperationFields");
        field.Property(f => f.Name).HasMaxLength(200);
        field.Property(f => f.OurCurrency).HasMaxLength(3);
        field.Property(f => f.PartnerCurrency).HasMaxLength(3);
        field.Ignore(f => f.OurShare);
        field.Ignore(f => f.PartnerShare);
        field.HasOne<Project>().WithMany().HasForeignKey(f => f.ProjectId);

        // A project's own, in the order they were entered.
        field.HasIndex(f => new { f.ProjectId, f.Id });
    }
}
