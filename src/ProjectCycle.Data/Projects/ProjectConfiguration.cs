using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Data.Projects;

internal sealed class ProjectConfiguration : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> project)
    {
        project.ToTable("Projects");
        project.Property(p => p.Code).HasMaxLength(40);
        project.Property(p => p.TemplateId).HasMaxLength(40);
        project.Property(p => p.RegionCode).HasMaxLength(10);
        project.Property(p => p.SectorCode).HasMaxLength(5);
        project.Property(p => p.State).HasMaxLength(40);
        project.Property(p => p.ResumeTo).HasMaxLength(40);
        project.ComplexProperty(p => p.Name);
        project.ComplexProperty(p => p.Dates);
        project.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        project.HasOne<User>().WithMany().HasForeignKey(p => p.OwnerId).OnDelete(DeleteBehavior.Restrict);
        project.HasOne<Partner>().WithMany().HasForeignKey(p => p.LeadPartnerId).OnDelete(DeleteBehavior.Restrict);
        project.HasOne<Agreement>().WithMany().HasForeignKey(p => p.AgreementId).OnDelete(DeleteBehavior.Restrict);
        project.HasMany(p => p.Partners).WithOne().HasForeignKey(p => p.ProjectId);
        project.HasMany(p => p.Amounts).WithOne().HasForeignKey(a => a.ProjectId);

        // The list's filters and sorts: by unit (scope), by state, by date of entry, by code.
        project.HasIndex(p => p.Code).IsUnique();
        project.HasIndex(p => new { p.UnitId, p.Code });
        project.HasIndex(p => new { p.UnitId, p.State, p.Code });
        project.HasIndex(p => new { p.State, p.Code });
        project.HasIndex(p => p.StateSince);
        project.HasIndex(p => new { p.State, p.StateSince, p.UnitId });
        project.HasIndex(p => p.AgreementId);
        project.HasIndex(p => p.LeadPartnerId);
        project.HasIndex(p => p.OwnerId);
    }
}

internal sealed class ProjectPartnerConfiguration : IEntityTypeConfiguration<ProjectPartner>
{
    public void Configure(EntityTypeBuilder<ProjectPartner> partner)
    {
        partner.ToTable("ProjectPartners");
        partner.HasKey(p => new { p.ProjectId, p.PartnerId, p.Role });
        partner.HasOne<Partner>().WithMany().HasForeignKey(p => p.PartnerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ProjectAmountConfiguration : IEntityTypeConfiguration<ProjectAmount>
{
    public void Configure(EntityTypeBuilder<ProjectAmount> amount)
    {
        amount.ToTable("ProjectAmounts");
        amount.Property(a => a.Currency).HasMaxLength(3);
        amount.HasIndex(a => a.ProjectId);
    }
}
